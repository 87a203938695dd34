# print's options.
print()
print("a", "b", 3, None, True, 2.5, [1, "x"], sep="-", end="!\n")
print("no newline", end=""); print(); print(1, 2, sep=""); print("a", "b", sep="\n"); print(sep="x"); print(end="e\n"); print("x", sep=None, end=None, flush=True)
print(*range(5), sep=", "); print(*"abc"); print([], {}, (), set(), ""); print("가나다", "😀")
class Loud:
    def __str__(self):
        return "LOUD"
print(Loud(), [str(Loud())], "x", sep="/")
class Broken:
    def __str__(self):
        raise RuntimeError("no text")
try:
    print("before", Broken(), "after")
except RuntimeError as error:
    print("RuntimeError:", error)
class Writer:
    def __init__(self):
        self.parts = []
    def write(self, text):
        self.parts.append(text)
    def flush(self):
        pass
w = Writer(); print("a", 1, file=w, sep="+"); print(w.parts, "".join(w.parts) == "a+1\n")
for bad in (lambda: print(1, sep=1), lambda: print(1, end=2), lambda: print(1, foo=2)):
    try:
        bad()
    except TypeError as error:
        print("TypeError:", error)
