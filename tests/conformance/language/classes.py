class Animal:
    count = 0
    def __init__(self, name, sound="..."):
        self.name = name
        self.sound = sound
        Animal.count += 1
    def speak(self):
        return f"{self.name} says {self.sound}"
    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"
    @property
    def shout(self):
        return self.sound.upper()
    @staticmethod
    def kinds():
        return ["dog", "cat"]
    @classmethod
    def make(cls, *args):
        return cls(*args)

class Dog(Animal):
    def __init__(self, name):
        super().__init__(name, "woof")
    def speak(self):
        return super().speak() + "!"

class Base:
    def who(self): return ["Base"]
class Left(Base):
    def who(self): return ["Left"] + super().who()
class Right(Base):
    def who(self): return ["Right"] + super().who()
class Both(Left, Right):
    def who(self): return ["Both"] + super().who()

d = Dog("Rex")
print(d, d.speak(), d.shout, Animal.count, Dog.kinds(), Dog.make("Ann"))
print(Both().who(), [c.__name__ for c in Both.__mro__])
print(isinstance(d, Animal), issubclass(Dog, Animal), isinstance(d, (int, str)))
print(hasattr(d, "name"), getattr(d, "missing", "default"))
setattr(d, "age", 3)
print(d.age, d.__dict__)
del d.age
try:
    d.age
except AttributeError as e:
    print(e)
try:
    d.shout = 1
except AttributeError as e:
    print(e)
try:
    Dog()
except TypeError as e:
    print(e)

class Vector:
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return Vector(self.x + o.x, self.y + o.y)
    def __mul__(self, k): return Vector(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __eq__(self, o): return isinstance(o, Vector) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __lt__(self, o): return (self.x, self.y) < (o.x, o.y)
    def __len__(self): return 2
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __contains__(self, v): return v in (self.x, self.y)
    def __iter__(self): yield self.x; yield self.y
    def __call__(self, *a): return ("called", a)
    def __bool__(self): return self.x != 0 or self.y != 0
    def __neg__(self): return Vector(-self.x, -self.y)
    def __str__(self): return f"<{self.x}, {self.y}>"
    def __format__(self, spec): return f"V[{spec}]"

a, b = Vector(1, 2), Vector(3, 4)
print(a + b, 3 * a, a == Vector(1, 2), a != b, len(a), a[1], 2 in a, list(a), a(5), bool(Vector(0, 0)), -a, f"{a:spec} {a}")
print(sorted([b, a])[0], {a: "x"}[Vector(1, 2)], max(a, b), [str(v) for v in (a, b)])
x, y = a
print(x, y)
try:
    a + 1
except AttributeError as e:
    print(e)
try:
    a - b
except TypeError as e:
    print(e)
