deep = []
for _ in range(100_000):
    deep = [deep]
try:
    print(len(repr(deep)))
except RecursionError as e:
    print("RecursionError")
try:
    print(deep == [deep])
except RecursionError as e:
    print("RecursionError")
