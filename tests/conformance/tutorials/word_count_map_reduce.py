import asyncio
import re
import string
from collections import Counter, ChainMap, OrderedDict, UserDict, defaultdict, deque
from itertools import chain, islice, groupby, product, permutations, combinations, accumulate, count, cycle, repeat, takewhile, dropwhile, tee, zip_longest, starmap, pairwise
from operator import add, attrgetter

TEXT = "the quick brown fox jumps over the lazy dog the fox"

async def mapper(chunk):
    await asyncio.sleep(0.01)
    return Counter(re.findall(r"\w+", chunk))

async def reducer(counters):
    total = Counter()
    for c in counters: total += c
    return total

def chunks(it, n):
    it = iter(it)
    while batch := list(islice(it, n)):
        yield batch

async def main():
    parts = [" ".join(c) for c in chunks(TEXT.split(), 3)]
    print(parts)
    counts = await reducer(await asyncio.gather(*map(mapper, parts)))
    print(counts.most_common(3), counts["cat"])
    print(list(accumulate([1, 2, 3], add)), list(pairwise("abc")), list(chain([1], (2,))))
    g = defaultdict(list)
    for w in TEXT.split(): g[len(w)].append(w)
    print({k: sorted(set(v)) for k, v in sorted(g.items())})
    rr = cycle(["w1", "w2", "w3"])
    print([next(rr) for _ in range(5)])
    ids = count(100)
    async def req(): 
        i = next(ids); await asyncio.sleep(0); return i
    print(await asyncio.gather(*(req() for _ in range(4))))
    cfg = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(cfg["a"], cfg["b"], dict(cfg))
    w = deque(maxlen=3)
    for i in range(6):
        w.append(i); print(list(w), sum(w) / len(w), end="; ")
    print()
    print(re.sub(r"(\w)(\w*)", lambda m: m[1].upper() + m[2], TEXT))
    print(string.capwords(TEXT)[:20], TEXT.translate(str.maketrans("aeiou", "*****")))
    print(re.split(r"\s*[,;]\s*", "a , b;c"), re.match(r"^[\w.+-]+@[\w-]+\.[\w.]+$", "a.b@c.org") is not None)
asyncio.run(main())
