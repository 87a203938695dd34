# json: texts and values, with the hooks that scripts can give.
# Not for: reading and writing the text, which is native (_json).
from _json import scan as _scan, write as _write

_BLANKS = " \t\n\r"


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, "%s: line %d column %d (char %d)" % (msg, lineno, colno, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno


JSONDecodeError.__module__ = "json.decoder"


def _after_blanks(text, index):
    while index < len(text) and text[index] in _BLANKS:
        index += 1
    return index


def _hooked(value, hook, pairs_hook):
    if type(value) is list:
        return [_hooked(item, hook, pairs_hook) for item in value]
    if type(value) is dict:
        pairs = [(key, _hooked(item, hook, pairs_hook)) for key, item in value.items()]
        return pairs_hook(pairs) if pairs_hook is not None else hook(dict(pairs))
    return value


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        for name, given in (("parse_float", parse_float), ("parse_int", parse_int), ("parse_constant", parse_constant)):
            if given is not None:
                raise NotImplementedError(f"json: {name} is not in the playground")
        self.object_hook = object_hook
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, end = self.raw_decode(s, _after_blanks(s, 0))
        end = _after_blanks(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        good, value, end = _scan(s, idx)
        if not good:
            raise JSONDecodeError(value, s, end)
        if self.object_hook is not None or self.object_pairs_hook is not None:
            value = _hooked(value, self.object_hook, self.object_pairs_hook)
        return value, end


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        text = self._written(o)
        if type(text) is tuple:
            # Something in it has no form of its own: every such thing is asked for once, the rest is kept.
            text = self._written(self._replaced(o, []))
        return text

    def iterencode(self, o):
        yield self.encode(o)

    def _written(self, o):
        indent = self.indent
        if isinstance(indent, int):
            indent = " " * indent
        return _write(o, bool(self.skipkeys), bool(self.ensure_ascii), bool(self.allow_nan), indent,
                      self.item_separator, self.key_separator, bool(self.sort_keys))

    def _replaced(self, o, outer):
        if o is None or isinstance(o, (str, int, float)):
            return o
        if any(other is o for other in outer):
            raise ValueError("Circular reference detected")
        outer.append(o)
        if isinstance(o, (list, tuple)):
            replaced = [self._replaced(item, outer) for item in o]
        elif isinstance(o, dict):
            replaced = {key: self._replaced(item, outer) for key, item in o.items()}
        else:
            replaced = self._replaced(self.default(o), outer)
        outer.pop()
        return replaced


JSONDecoder.__module__ = "json.decoder"
JSONEncoder.__module__ = "json.encoder"


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    return (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
        indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, **options):
    fp.write(dumps(obj, **options))


def loads(s, *, cls=None, **hooks):
    if isinstance(s, bytes):
        s = s.decode("utf-8-sig")
    elif not isinstance(s, str):
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
    elif s.startswith("\ufeff"):
        raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    return (cls or JSONDecoder)(**hooks).decode(s)


def load(fp, **options):
    return loads(fp.read(), **options)
