# The defaults of a function can be set, and its next call takes them.
def order(dish, count=1, *, spicy=False):
    return dish, count, spicy


order.__defaults__ = ("soup", 2)
print(order(), order.__defaults__)
order.__kwdefaults__ = {"spicy": True}
print(order("rice"))
order.__defaults__ = None
for call in (lambda: order(), lambda: order("rice"), lambda: order("rice", 1, 2)):
    try:
        print(call())
    except TypeError as error:
        print(error)
order.__kwdefaults__ = None
try:
    order("rice", 1)
except TypeError as error:
    print(error)
for name in "__defaults__", "__kwdefaults__":
    try:
        setattr(order, name, 1)
    except TypeError as error:
        print(error)
