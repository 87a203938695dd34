head = None
for i in range(200_000):
    head = (i, head)
head = None
nested = []
for i in range(200_000):
    nested = [nested]
nested = None
class Node:
    def __init__(self, next): self.next = next
node = None
for i in range(200_000):
    node = Node(node)
del node
print("dropped")
