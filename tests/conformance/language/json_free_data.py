inventory = {"apple": {"count": 3, "price": 1.25}, "pear": {"count": 0, "price": 2.0}}
for name, item in inventory.items():
    print(f"{name:<8}{item['count']:>4}{item['price']:>8.2f}")
print(list(inventory), inventory.get("kiwi"), "apple" in inventory, len(inventory))
inventory.setdefault("kiwi", {"count": 1, "price": 0.5})
inventory.update(plum={"count": 2, "price": 3})
print(inventory.pop("pear"), sorted(inventory), sum(i["count"] * i["price"] for i in inventory.values()))
t = (1, "two", [3], {"four": 4}, {5}, None, True, 6.0)
print(t, len(t), t.index("two"))
a = [5, 3, 8]
a.append(1); a.insert(0, 9); a.extend([2, 2]); a.remove(8); a.reverse()
print(a, a.pop(), a.count(2), a.index(3), a.copy() == a, a * 2)
a[1:3] = ["x", "y", "z"]
print(a)
s = {1, 2, 3}
s.add(4); s.discard(9)
print(s & {2, 3, 9}, s | {10}, s - {1}, s ^ {1, 7}, {1} <= s, frozenset([1]))
print([1, 2] == [1, 2], (1, 2) < (1, 3), {"a": 1} == {"a": 1.0}, [] is [])
