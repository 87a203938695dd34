# What requests and aiohttp share: URLs with parameters, headers without regard to case, bodies.
# Not for: waiting for answers, each library does that its own way.
from _network import blocking_twin, close_pool, new_pool, send, start


class CaseInsensitiveDict:
    def __init__(self, data=None, **kwargs):
        self._items = {}
        self.update(data or (), **kwargs)

    def __setitem__(self, key, value):
        self._items[key.lower()] = (key, value)

    def __getitem__(self, key):
        return self._items[key.lower()][1]

    def __delitem__(self, key):
        del self._items[key.lower()]

    def __contains__(self, key):
        return key.lower() in self._items

    def __iter__(self):
        return iter([key for key, _ in self._items.values()])

    def __len__(self):
        return len(self._items)

    def __eq__(self, other):
        if isinstance(other, dict):
            other = CaseInsensitiveDict(other)
        if not isinstance(other, CaseInsensitiveDict):
            return NotImplemented
        return self._lowered() == other._lowered()

    def _lowered(self):
        return {name: value for name, (_, value) in self._items.items()}

    def get(self, key, default=None):
        return self[key] if key in self else default

    def keys(self):
        return list(self)

    def values(self):
        return [value for _, value in self._items.values()]

    def items(self):
        return [(key, value) for key, value in self._items.values()]

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *default):
        if default and key not in self:
            return default[0]
        value = self[key]
        del self[key]
        return value

    def update(self, data=(), **kwargs):
        pairs = data.items() if hasattr(data, "items") else data
        for key, value in pairs:
            self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def copy(self):
        return type(self)(self.items())

    def __repr__(self):
        return repr(dict(self.items()))


_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~"


def quote(text, safe=""):
    if not isinstance(text, bytes):
        text = str(text).encode("utf-8")
    shown = []
    for byte in text:
        character = chr(byte)
        if byte < 128 and (character in _PLAIN or character in safe):
            shown.append(character)
        elif character == " " and "+" not in safe:
            shown.append("+")
        else:
            shown.append("%%%02X" % byte)
    return "".join(shown)


def encoded_pairs(data):
    pairs = data.items() if hasattr(data, "items") else data
    shown = []
    for key, value in pairs:
        if value is None:
            continue
        values = value if isinstance(value, (list, tuple, set)) else (value,)
        for one in values:
            shown.append(quote(key) + "=" + quote(one))
    return "&".join(shown)


def with_params(url, params):
    if not params:
        return url
    query = params if isinstance(params, str) else encoded_pairs(params)
    if not query:
        return url
    url, hash_mark, fragment = url.partition("#")
    return url + ("&" if "?" in url else "?") + query + hash_mark + fragment


def encoded_body(data, json, headers):
    # The body to send; the header that says what it is is added where the caller gave none.
    if data is None or data == {} or data == "":
        if json is None:
            return b""
        from json import dumps
        headers.setdefault("Content-Type", "application/json")
        return dumps(json).encode("utf-8")
    if isinstance(data, (str, bytes)):
        return data
    headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
    return encoded_pairs(data)


def charset_of(content_type):
    for part in (content_type or "").split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("'\"").lower()
    return None


def text_of(body, charset):
    if charset in ("latin-1", "iso-8859-1"):
        return body.decode("latin-1")
    return body.decode("utf-8", "replace")
