import hashlib
import pprint
import secrets
import statistics
import textwrap
import uuid
from statistics import mean, median, stdev

print(mean([1, 2, 3, 4]), mean([1, 2, 3]), mean([1.5, 2.5]), median([3, 1, 2]), median([1, 2, 3, 4]), stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), statistics.pstdev([1, 2, 3]), statistics.variance([2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]), statistics.pvariance([0, 1, 2]), statistics.mode("aabbb"), statistics.multimode([1, 1, 2, 2]), statistics.fmean([1, 2]), statistics.harmonic_mean([40, 60]), statistics.geometric_mean([54, 24, 36]), statistics.median_low([1, 3]), statistics.median_high([1, 3]))
print(stdev([0.1, 0.2, 0.3]), statistics.quantiles([1, 2, 3, 4, 5]), statistics.quantiles(range(10), n=10, method="inclusive"), round(statistics.correlation([1, 2, 3], [2, 4, 7]), 6), statistics.linear_regression([1, 2, 3], [2, 4, 6]), stdev([5, 5]), mean([0.1] * 3))
for bad in (lambda: mean([]), lambda: stdev([1]), lambda: median([]), lambda: statistics.mode([])):
    try:
        bad()
    except statistics.StatisticsError as error:
        print(error)

text = "The quick brown fox jumps over the lazy dog, which is a well-known pangram of the English language."
print(textwrap.wrap(text, 30))
print(textwrap.fill(text, width=40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten("Hello  world! It is a long text.", width=20), textwrap.shorten("Hello world", width=11), textwrap.shorten("Hello world", width=9, placeholder=".."))
print(repr(textwrap.dedent("""
    def f():
        pass

      more
    """)), repr(textwrap.indent("a\n\nb\n", "> ")), textwrap.wrap("averyveryverylongword and short", 10), textwrap.wrap("", 5), textwrap.wrap("a  b   c", 4), textwrap.wrap("x" * 25, 10))

u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.version, uuid.UUID(int=5), u == uuid.UUID(u.hex), u.urn, u.bytes)
r = uuid.uuid4()
print(len(str(r)), r.version, r.variant, r != uuid.uuid4(), str(r)[14], uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid1().version)
for bad in (lambda: uuid.UUID("abc"), lambda: uuid.UUID()):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
    h = hashlib.new(name, b"hello")
    h.update(b" world" * 30)
    print(name, h.hexdigest(), h.digest_size, h.name)
print(hashlib.sha256("파이썬".encode()).hexdigest()[:16], hashlib.md5().hexdigest(), hashlib.sha256(b"x").digest()[:4])
try:
    hashlib.sha256("text")
except TypeError as error:
    print(error)
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), secrets.randbelow(1), secrets.choice(["a"]), len(secrets.token_urlsafe(16)))

data = {"name": "pprint", "numbers": list(range(30)), "nested": {"key": ["a" * 30, "b" * 30, "c" * 30], "z": (1,), "empty": {}}, "short": [1, 2], "set": {3}}
pprint.pprint(data)
pprint.pp(data, width=60)
pprint.pprint(data, depth=1)
pprint.pprint([1, "two", {"three": 3}])
pprint.pprint(list(range(50)), compact=True)
pprint.pprint([["x" * 20] * 3] * 2, indent=4)
print(pprint.pformat({"b": 1, "a": 2}), pprint.pformat({"b": 1, "a": 2}, sort_dicts=False), pprint.pformat("word " * 30))
