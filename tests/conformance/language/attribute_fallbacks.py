# __getattr__ comes after __getattribute__, whoever calls it, and never from inside object's own.
class A:
    def __init__(self): self.x = 1
    def __getattr__(self, name):
        print("getattr", name)
        try:
            return object.__getattribute__(self, name)
        except AttributeError as e:
            return f"none: {e}"
a = A()
print(a.x, a.y)
class B:
    def __getattribute__(self, name):
        print("ask", name)
        return super().__getattribute__(name)
    def __getattr__(self, name):
        return "fallback " + name
b = B(); b.z = 3
print(b.z, b.q)
class C:
    def __getattr__(self, name):
        return super().__getattribute__(name)
try: C().q
except AttributeError as e: print(e)
class D:
    @property
    def broken(self):
        raise AttributeError("from inside")
    def __getattr__(self, name):
        return "fallback", name
    def __getattribute__(self, name):
        print("ask", name)
        return object.__getattribute__(self, name)
print(D().broken, D().other)
try:
    object.__getattribute__(D(), "broken")
except AttributeError as e:
    print(e)
try:
    object.__getattribute__(D(), "nothing")
except AttributeError as e:
    print(e)
class E:
    def __init__(self): self.seen = []
    def __getattribute__(self, name):
        if name == "hidden": raise AttributeError("hidden")
        return super().__getattribute__(name)
    def __getattr__(self, name):
        self.seen.append(name)
        return len(self.seen)
e = E(); print(e.hidden, e.hidden, e.more, e.seen, getattr(e, "x", None), hasattr(e, "y"))
