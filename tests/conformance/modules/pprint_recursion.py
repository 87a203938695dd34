# pprint of what holds itself, and of texts about it.
import pprint
import re


def shown(text):
    return re.sub(r"id=\d+", "id=N", text)


own = ["spam", "eggs"]
own.insert(0, own)
table = {"name": "table", "rows": own}
table["self"] = table
wide = [list(range(30)), table]
print(shown(pprint.pformat(own)), pprint.isrecursive(own), pprint.isreadable(own))
print(shown(pprint.pformat(wide, width=40)))
print(shown(pprint.saferepr(table)), pprint.isreadable([1, "two"]))
twice = [1, 2]
print(pprint.pformat([twice, twice]))
