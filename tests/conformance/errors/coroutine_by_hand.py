import asyncio

async def add(a, b):
    return a + b

class Pause:
    def __await__(self):
        got = yield "paused"
        return got

async def talk():
    first = await Pause()
    second = await Pause()
    return first + second

c = add(1, 2)
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)
t = talk()
print(t.send(None))
print(t.send(10))
try:
    t.send(5)
except StopIteration as stop:
    print("returned", stop.value)
t = talk()
t.send(None)
try:
    t.throw(ValueError("thrown"))
except ValueError as e:
    print("thrown out", e)
t = talk()
t.close()
print(t.cr_frame)
