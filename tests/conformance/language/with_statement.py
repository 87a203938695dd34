class Open:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name
    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind.__name__ if kind else None, value)
        return self.swallow

with Open("a") as a, Open("b") as b:
    print(a, b)
with Open("c", True):
    raise ValueError("gone")
with (Open("d") as d,
      Open("e") as e):
    print(d + e)
def f():
    with Open("r"):
        return "value"
print(f())
for i in range(3):
    with Open(i):
        if i == 1:
            break
try:
    with Open("x"):
        1 / 0
except ZeroDivisionError as e:
    print(e)
try:
    with 5:
        pass
except TypeError as e:
    print(e)
