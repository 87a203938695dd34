# What nobody can catch is told without carets and causes, and at the very end without its lines.
class Dish:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        raise ValueError(self.name + " burnt")


def course():
    try:
        yield 1
    finally:
        raise KeyError("in close")


dish = Dish("soup")
del dish
print("after del")
meal = course()
next(meal)
del meal
print("after the generator")
last = Dish("cake")
