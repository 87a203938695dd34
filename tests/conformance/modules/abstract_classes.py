from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def area(self):
        """Area."""

    @property
    @abstractmethod
    def sides(self):
        ...

    def describe(self):
        return f"{self.name} {self.area()} {self.sides}"


class Square(Shape):
    def __init__(self, a):
        super().__init__("square")
        self.a = a

    def area(self):
        return self.a ** 2

    @property
    def sides(self):
        return 4


class Half(Shape):
    def area(self):
        return 1


print(Square(3).describe(), sorted(Shape.__abstractmethods__), Square.__abstractmethods__, isinstance(Square(1), Shape), issubclass(Half, Shape), type(Shape), Shape.__name__)
for cls in (Shape, Half):
    try:
        cls("x")
    except TypeError as error:
        print(error)


class Meta(metaclass=ABCMeta):
    @classmethod
    @abstractmethod
    def make(cls):
        return "base make"

    @staticmethod
    @abstractmethod
    def help():
        pass


class Made(Meta):
    @classmethod
    def make(cls):
        return super().make() + " and more"

    @staticmethod
    def help():
        return "help"


print(Made.make(), Made().help())


class Drawable(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Drawable:
            return any("draw" in c.__dict__ for c in other.__mro__) or NotImplemented
        return NotImplemented


class Pen:
    def draw(self):
        pass


print(isinstance(Pen(), Drawable), isinstance(3, Drawable), issubclass(Pen, Drawable))


@Shape.register
class Foreign:
    pass


print(isinstance(Foreign(), Shape), issubclass(Foreign, Shape), issubclass(int, Shape))
try:
    Shape.register(3)
except TypeError as error:
    print(error)


class AsyncBase(ABC):
    @abstractmethod
    async def run(self):
        ...


class Impl(AsyncBase):
    async def run(self):
        return "ran"


import asyncio

print(asyncio.run(Impl().run()))
match Square(2):
    case Shape(name=n, sides=4):
        print("matched", n)
match Foreign():
    case Shape():
        print("registered")
