# ContextVar and Token: defaults, what a token takes back, and what is refused.
from contextvars import ContextVar, Token, copy_context

def attempt(action):
    try:
        print("gave", action())
    except Exception as error:
        print(type(error).__name__, error)

color = ContextVar("color")
size = ContextVar("size", default=5)
nothing = ContextVar("nothing", default=None)
print(color, size, nothing)
print(color.name, size.name, repr(size))
attempt(color.get)
attempt(lambda: color.get("grey"))
attempt(size.get)
attempt(lambda: size.get(7))
attempt(nothing.get)
attempt(lambda: color.get(1, 2))
try:
    color.get()
except LookupError as error:
    print(error.args[0] is color)

first = color.set("red")
print(first, first.var is color, first.old_value, first.old_value is Token.MISSING)
second = color.set("blue")
print(color.get(), second.old_value, color.get("grey"))
size_token = size.set(6)
print(size_token.old_value, size.get(), Token.MISSING)

print(color.reset(second), color.get(), second.old_value)
print(second)
attempt(lambda: color.reset(second))
attempt(lambda: size.reset(first))
attempt(lambda: color.reset("first"))
attempt(lambda: color.reset(None))
attempt(lambda: copy_context().run(color.reset, first))
color.reset(first)
attempt(color.get)
print(color.get("grey"))
size.reset(size_token)
print(size.get())

# Tokens of one variable taken back out of order.
one = color.set(1)
two = color.set(2)
three = color.set(3)
color.reset(two)
print(color.get())
color.reset(three)
print(color.get())
color.reset(one)
attempt(color.get)

attempt(lambda: ContextVar(5))
attempt(lambda: Token())
attempt(lambda: color.set())
attempt(lambda: color.set(1, 2))

typed: ContextVar[int] = ContextVar("typed", default=0)
print(ContextVar[int], Token[str], typed.get())
odd = ContextVar("it's \n odd", default=[1, {"two": 2}])
print(odd)
print({color: 1}[color], color == color, color == ContextVar("color"), hash(color) == hash(color))
print(type(color), type(first), type(copy_context()))
