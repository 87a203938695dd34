# `s += t` may grow s where it is only while nobody else can see it.
def grows(n):
    s = ""
    seen = []
    for i in range(n):
        s += "ab가"[i % 3]
        if i % 997 == 0:
            seen.append(s)
    return s, seen

s, seen = grows(10_000)
print(len(s), s[:7], s[-7:], s.count("가"), [len(each) for each in seen], seen[1] == s[:998])
print(s.index("가", 9000), s[5000:5006], s.encode()[-4:])

def alias():
    s = "x" * 600
    t = s
    s += "y"
    u = s
    s += "z"
    return t[-2:], u[-2:], s[-2:], len(t), len(u), len(s)
print(alias())

def doubles():
    s = "가b"
    for _ in range(12):
        s += s
    return len(s), s[:4], s[-3:]
print(doubles())

def hashed():
    s = "key" * 300
    table = {s: 1}
    before = hash(s)
    s += "!"
    table[s] = 2
    s += ""
    return before == hash("key" * 300), sorted(table.values()), table["key" * 300 + "!"]
print(hashed())

def argument(s):
    s += "local"
    return s
outer = "outer" * 200
print(argument(outer)[-6:], outer[-6:])

def closed_over():
    s = "c" * 600
    def look():
        return s[-1]
    s += "1"
    first = look()
    s += "2"
    return first, look()
print(closed_over())

def generator():
    s = "g" * 600
    while len(s) < 605:
        s += "h"
        yield s
each = list(generator())
print([len(text) for text in each], each[0][-2:], each[-1][-6:])

def walked():
    # A place that was looked up before the string grew.
    s = "가" * 700
    places = []
    for i in range(300):
        places.append(s[600 + i])
        s += "나"
    return "".join(places) == "가" * 100 + "나" * 200, s[999]
print(walked())

def fails():
    s = "kept" * 200
    try:
        s += 5
    except TypeError as error:
        return len(s), str(error)
print(fails())

class Text(str):
    def __iadd__(self, other):
        return Text("own " + other)
def derived():
    t = Text("t" * 600)
    t += "u"
    return t, type(t).__name__
print(derived())
