# bytes % values: each field as the same one of a str, of Latin-1 characters.
# Not for scripts to import.


def byte_text(value, /):
    if not isinstance(value, bytes):
        if not hasattr(type(value), "__bytes__"):
            raise TypeError("%b requires a bytes-like object, or an object that implements __bytes__, "
                            f"not '{type(value).__name__}'")
        value = bytes(value)
    return value.decode("latin-1")


def character(value, /):
    if isinstance(value, bytes) and len(value) == 1:
        return value.decode("latin-1")
    if isinstance(value, bytes) or not hasattr(type(value), "__index__"):
        raise TypeError("%c requires an integer in range(256) or a single byte")
    value = range(value).stop
    if not 0 <= value < 256:
        raise OverflowError("%c arg not in range(256)")
    return chr(value)


class Fields:
    def __init__(self, text, values):
        self.text, self.at = text, 0
        self.values = values
        self.left = list(values[::-1]) if isinstance(values, tuple) else [values]
        self.is_mapping = hasattr(type(values), "__getitem__") and not isinstance(values, (tuple, bytes, str))

    def take(self):
        if not self.left:
            raise TypeError("not enough arguments for format string")
        return self.left.pop()

    def run_of(self, characters):
        begin = self.at
        while self.at < len(self.text) and self.text[self.at] in characters:
            self.at += 1
        return self.text[begin:self.at]

    def key(self):
        if not self.is_mapping:
            raise TypeError("format requires a mapping")
        begin = self.at
        depth = 1
        while depth:
            if self.at == len(self.text):
                raise ValueError("incomplete format key")
            depth += {"(": 1, ")": -1}.get(self.text[self.at], 0)
            self.at += 1
        return self.text[begin:self.at - 1].encode("latin-1")

    def number(self):
        if not self.run_of("*"):
            return self.run_of("0123456789")
        number = self.take()
        if not isinstance(number, int):
            raise TypeError("* wants int")
        return str(number)

    def field(self):
        if self.text.startswith("(", self.at):
            self.at += 1
            self.left = [self.values[self.key()]]
        flags = self.run_of("-+ #0")
        width = self.number()
        if width.startswith("-"):
            flags, width = flags + "-", width[1:]
        precision = self.run_of(".")[:1]
        if precision:
            number = self.number()
            precision += "0" if number.startswith("-") else number
        self.run_of("hlL")
        kind = self.text[self.at:self.at + 1]
        if not kind:
            raise ValueError("incomplete format")
        value = self.take()
        if kind in "sbrac":
            value = byte_text(value) if kind in "sb" else character(value) if kind == "c" else ascii(value)
            kind = "s"
        elif kind not in "diouxXeEfFgG":
            raise ValueError(f"unsupported format character '{kind}' (0x{ord(kind):x}) at index {self.at}")
        self.at += 1
        return f"%{flags}{width}{precision}{kind}" % (value,)


def bytes_percent(format, values, /):
    fields = Fields(format.decode("latin-1"), values)
    text = fields.text
    pieces = []
    while True:
        begin = fields.at
        fields.at = text.find("%", begin) + 1
        if not fields.at:
            pieces.append(text[begin:])
            break
        pieces.append(text[begin:fields.at - 1])
        if text.startswith("%", fields.at):
            fields.at += 1
            pieces.append("%")
        else:
            pieces.append(fields.field())
    if fields.left and not fields.is_mapping:
        raise TypeError("not all arguments converted during bytes formatting")
    return "".join(pieces).encode("latin-1")
