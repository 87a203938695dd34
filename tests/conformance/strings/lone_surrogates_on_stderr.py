# What stderr cannot write as UTF-8 it writes escaped; stdout refuses it.
import sys
print("a\udc80b\ud800", file=sys.stderr)
class T:
    __slots__ = ("x", "__p")
print([n for n in T.__dict__ if "p" in n and not n.startswith("__")], T._T__p)
for n in 2**31, 2**63, 0, 5000:
    try: print(sys.setrecursionlimit(n))
    except Exception as e: print(type(e).__name__, e)
print("\ud55c".encode("utf-16").decode("utf-16"), len(("가" * 10).encode("ascii", "xmlcharrefreplace")))
try: print("x\ud800")
except UnicodeEncodeError as e: print(e)
raise ValueError("bad \udcff one 한")
