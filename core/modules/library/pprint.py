# pprint: values over several lines.
# Not for: texts that have to be cut.


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    printer = PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                            underscore_numbers=underscore_numbers)
    return printer.pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, **options):
    print(pformat(object, indent, width, depth, **options), file=stream)


def pp(object, *args, sort_dicts=False, **keywords):
    pprint(object, *args, sort_dicts=sort_dicts, **keywords)


def saferepr(object):
    return pformat(object, width=1 << 40)


def isreadable(object):
    return "<" not in saferepr(object)


def isrecursive(object):
    return "..." in repr(object)


def _order(value):
    return _Safe(value)


class _Safe:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        self.indent, self.width, self.depth, self.stream = indent, width, depth, stream
        self.compact, self.sort_dicts, self.underscore_numbers = compact, sort_dicts, underscore_numbers
        self._open = set()

    def pprint(self, object):
        print(self.pformat(object), file=self.stream)

    def pformat(self, object):
        return self._shown(object, 0, 0, 1)

    def _items(self, mapping):
        return sorted(mapping.items(), key=lambda pair: _order(pair[0])) if self.sort_dicts else mapping.items()

    def _flat(self, value, level):
        kind = type(value)
        if kind is int and self.underscore_numbers:
            return f"{value:_d}"
        if kind not in (dict, list, tuple) or not value:
            return repr(value)
        if id(value) in self._open:
            return f"<Recursion on {kind.__name__} with id={id(value)}>"
        if self.depth and level > self.depth:
            return "{...}" if kind is dict else "[...]" if kind is list else "(...)"
        self._open.add(id(value))
        text = self._flat_of(value, kind, level)
        self._open.discard(id(value))
        return text

    def _flat_of(self, value, kind, level):
        if kind is dict:
            return "{" + ", ".join([f"{self._flat(key, level + 1)}: {self._flat(item, level + 1)}"
                                    for key, item in self._items(value)]) + "}"
        items = [self._flat(item, level + 1) for item in value]
        if kind is list:
            return "[" + ", ".join(items) + "]"
        return f"({items[0]},)" if len(items) == 1 else "(" + ", ".join(items) + ")"

    def _shown(self, value, indent, allowance, level):
        text = self._flat(value, level)
        kind = type(value)
        if len(text) <= self.width - indent - allowance or self.depth and level > self.depth:
            return text
        if id(value) in self._open:
            return text
        self._open.add(id(value))
        text = self._spread(value, kind, text, indent, allowance, level)
        self._open.discard(id(value))
        return text

    def _spread(self, value, kind, text, indent, allowance, level):
        if kind is dict and value:
            return self._dict(value, indent, allowance, level)
        if kind in (list, tuple, set, frozenset) and value:
            open, close = {list: "[]", tuple: "()", set: "{}", frozenset: ("frozenset({", "})")}[kind]
            items = sorted(value, key=_order) if kind in (set, frozenset) else list(value)
            if kind is tuple and len(items) == 1:
                close = ",)"
            return self._sequence(items, open, close, indent, allowance, level)
        if kind is str:
            return self._text(value, indent, allowance, level)
        if hasattr(kind, "__dataclass_fields__") and kind.__repr__.__qualname__.endswith("__repr__"):
            fields = [field.name for field in kind.__dataclass_fields__.values() if field.repr]
            return self._named(kind.__name__, [(name, getattr(value, name)) for name in fields], indent, allowance, level)
        name = kind.__name__
        if isinstance(value, dict) and name in ("OrderedDict", "Counter", "defaultdict"):
            if name == "defaultdict":
                head = f"defaultdict({value.default_factory!r},"
                inner = self._dict(value, indent + len(name) + 1, allowance + 1, level)
                return f"{head}\n{' ' * (indent + len(name) + 1)}{inner})"
            pairs = dict(value.most_common() if name == "Counter" else value.items())
            sort, self.sort_dicts = self.sort_dicts, False
            inner = self._dict(pairs, indent + len(name) + 1, allowance + 1, level)
            self.sort_dicts = sort
            return f"{name}({inner})"
        if name == "deque":
            return self._sequence(list(value), "deque([", "])", indent, allowance, level)
        if name == "SimpleNamespace":
            return self._named("namespace", list(value.__dict__.items()), indent, allowance, level)
        return text

    def _dict(self, value, indent, allowance, level):
        gap = " " * (indent + self.indent)
        lines = []
        items = list(self._items(value))
        for place, (key, item) in enumerate(items):
            shown = self._flat(key, level + 1)
            last = place == len(items) - 1
            inner = self._shown(item, indent + self.indent + len(shown) + 2, allowance + 1 if last else 1, level + 1)
            lines.append(f"{shown}: {inner}")
        return "{" + " " * (self.indent - 1) + f",\n{gap}".join(lines) + "}"

    def _named(self, name, pairs, indent, allowance, level):
        gap = " " * (indent + len(name) + 1)
        lines = []
        for place, (key, item) in enumerate(pairs):
            last = place == len(pairs) - 1
            lines.append(f"{key}={self._shown(item, len(gap) + len(key) + 1, allowance + 1 if last else 1, level + 1)}")
        return f"{name}(" + f",\n{gap}".join(lines) + ")"

    def _sequence(self, items, open, close, indent, allowance, level):
        step = self.indent if len(open) == 1 else len(open)
        gap = " " * (indent + step)
        head = open + " " * (self.indent - 1) if len(open) == 1 else open
        if not self.compact:
            lines = [self._shown(item, indent + step, allowance + len(close) if place == len(items) - 1 else 1, level + 1)
                     for place, item in enumerate(items)]
            return head + f",\n{gap}".join(lines) + close
        lines, line = [], ""
        room = self.width - indent - step
        for place, item in enumerate(items):
            last = place == len(items) - 1
            text = self._flat(item, level + 1)
            if len(text) + (allowance + len(close) if last else 1) > room:
                text = self._shown(item, indent + step, allowance + len(close) if last else 1, level + 1)
            joined = f"{line}, {text}" if line else text
            if line and len(joined) + (allowance + len(close) if last else 1) > room:
                lines.append(line)
                line = text
            else:
                line = joined
        return head + f",\n{gap}".join([*lines, line]) + close

    def _text(self, value, indent, allowance, level):
        lines = value.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        chunks = []
        room = most = self.width - indent
        for place, line in enumerate(lines):
            last = place == len(lines) - 1
            if last:
                most -= allowance
            if len(repr(line)) <= most:
                chunks.append(repr(line))
                continue
            parts = _words(line)
            current = ""
            limit = room
            for number, part in enumerate(parts):
                if number == len(parts) - 1 and last:
                    limit -= allowance
                if len(repr(current + part)) > limit:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current += part
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            return chunks[0]
        joined = ("\n" + " " * indent).join(chunks)
        return f"({joined})" if level == 1 else joined


def _words(line):
    # Each word with the blanks behind it.
    parts, begin = [], 0
    for place in range(1, len(line)):
        if line[place - 1].isspace() and not line[place].isspace():
            parts.append(line[begin:place])
            begin = place
    return [*parts, line[begin:]]
