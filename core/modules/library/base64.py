# base64: bytes as letters and back, in the standard alphabet and in the one for URLs.
# Not for: base16, base32 and base85.
from _base64 import _ALPHABET, encoded


class Error(ValueError):
    __module__ = "binascii"


def _letters(text, alphabet):
    letters = text.decode("latin-1") if isinstance(text, bytes) else text
    return letters.translate({ord(each): standard for each, standard in zip(alphabet, "+/")}) if alphabet else letters


def b64encode(s, altchars=None):
    if not isinstance(s, bytes):
        raise TypeError(f"a bytes-like object is required, not '{type(s).__name__}'")
    text = encoded(s)
    if altchars is not None:
        text = text.translate({ord(standard): chr(each) for standard, each in zip("+/", altchars)})
    return text.encode()


def b64decode(s, altchars=None, validate=False):
    if not isinstance(s, (bytes, str)):
        raise TypeError(f"argument should be a bytes-like object or ASCII string, not '{type(s).__name__}'")
    letters = _letters(s, _letters(altchars, "") if altchars else "")
    if not letters.isascii():
        raise ValueError("string argument should contain only ASCII characters")
    made, bits, count, pads = [], 0, 0, 0
    for letter in letters:
        value = _ALPHABET.find(letter)
        if value >= 0:
            bits, count, pads = bits << 6 & 0xFFFF | value, count + 1, 0
            if count % 4 != 1:
                made.append(bits >> (0, 0, 4, 2)[count % 4] & 255)
        elif letter == "=":
            pads += 1
            if count % 4 + pads == 4 and pads < 3:
                return bytes(made)
        elif validate:
            raise Error("Only base64 data is allowed")
    if count % 4 == 1:
        raise Error(f"Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a "
                    "multiple of 4")
    if count % 4:
        raise Error("Incorrect padding")
    return bytes(made)


standard_b64encode, standard_b64decode = b64encode, b64decode


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")
