a = [1]
a.append(a)
d = {"k": 1}
d["self"] = d
print(a, d)
class Node:
    pass
for _ in range(50_000):
    x, y = Node(), Node()
    x.other, y.other = y, x
print("cycles made")
