# An OrderedDict's views are shown under names of their own; so are those of the classes made from it.
from collections import OrderedDict, defaultdict


class Registry(OrderedDict):
    pass


ordered = OrderedDict(first=1, second=2)
print(ordered.keys(), ordered.values(), ordered.items())
print(Registry(a=1).items(), defaultdict(int, a=1).items(), {"a": 1}.keys())
print(ordered.keys() & {"first"}, list(reversed(ordered.items())), ordered.items() == {"first": 1, "second": 2}.items())
ordered.move_to_end("first")
print(f"{ordered.keys()} {OrderedDict().values()}")
