# hashlib: md5, sha1, sha256 and their like, written out.
# Not for: speed, some hundred thousand bytes a second.
from math import floor as _floor, isqrt as _isqrt, sin as _sin

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"}
algorithms_available = set(algorithms_guaranteed)


def _primes(count):
    found, number = [], 2
    while len(found) < count:
        if all([number % prime for prime in found]):
            found.append(number)
        number += 1
    return found


def _cube_root(number):
    root = 1 << (number.bit_length() + 2) // 3
    while True:
        better = (2 * root + number // (root * root)) // 3
        if better >= root:
            return root
        root = better


def _constants(bits):
    primes = _primes(64 if bits == 32 else 80)
    mask = (1 << bits) - 1
    start = [_isqrt(prime << 2 * bits) & mask for prime in primes[:8]]
    return start, [_cube_root(prime << 3 * bits) & mask for prime in primes]


def _padded(data, block, order):
    size = 8 if block == 64 else 16
    room = -(len(data) + 1 + size) % block
    return data + b"\x80" + bytes(room) + (len(data) * 8).to_bytes(size, order)


def _md5(data):
    table = [_floor(abs(_sin(place + 1)) * 4294967296) for place in range(64)]
    shifts = (7, 12, 17, 22), (5, 9, 14, 20), (4, 11, 16, 23), (6, 10, 15, 21)
    state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476]
    data = _padded(data, 64, "little")
    for begin in range(0, len(data), 64):
        words = [int.from_bytes(data[place:place + 4], "little") for place in range(begin, begin + 64, 4)]
        a, b, c, d = state
        for step in range(64):
            kind = step // 16
            if kind == 0:
                mixed, place = b & c | ~b & d, step
            elif kind == 1:
                mixed, place = d & b | ~d & c, (5 * step + 1) % 16
            elif kind == 2:
                mixed, place = b ^ c ^ d, (3 * step + 5) % 16
            else:
                mixed, place = c ^ (b | ~d & 0xFFFFFFFF), 7 * step % 16
            total = (a + mixed + table[step] + words[place]) & 0xFFFFFFFF
            shift = shifts[kind][step % 4]
            a, d, c, b = d, c, b, (b + (total << shift | total >> 32 - shift)) & 0xFFFFFFFF
        state = [(old + new) & 0xFFFFFFFF for old, new in zip(state, (a, b, c, d))]
    return b"".join([word.to_bytes(4, "little") for word in state])


def _sha1(data):
    state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0]
    data = _padded(data, 64, "big")
    for begin in range(0, len(data), 64):
        words = [int.from_bytes(data[place:place + 4], "big") for place in range(begin, begin + 64, 4)]
        for step in range(16, 80):
            word = words[step - 3] ^ words[step - 8] ^ words[step - 14] ^ words[step - 16]
            words.append((word << 1 | word >> 31) & 0xFFFFFFFF)
        a, b, c, d, e = state
        for step in range(80):
            if step < 20:
                mixed, key = b & c | ~b & d, 0x5A827999
            elif step < 40:
                mixed, key = b ^ c ^ d, 0x6ED9EBA1
            elif step < 60:
                mixed, key = b & c | b & d | c & d, 0x8F1BBCDC
            else:
                mixed, key = b ^ c ^ d, 0xCA62C1D6
            total = ((a << 5 | a >> 27) + mixed + e + key + words[step]) & 0xFFFFFFFF
            e, d, c, b, a = d, c, (b << 30 | b >> 2) & 0xFFFFFFFF, a, total
        state = [(old + new) & 0xFFFFFFFF for old, new in zip(state, (a, b, c, d, e))]
    return b"".join([word.to_bytes(4, "big") for word in state])


_TURNS = {32: ((7, 18, 3), (17, 19, 10), (6, 11, 25), (2, 13, 22)),
          64: ((1, 8, 7), (19, 61, 6), (14, 18, 41), (28, 34, 39))}
_STARTS_224 = (0xC1059ED8, 0x367CD507, 0x3070DD17, 0xF70E5939, 0xFFC00B31, 0x68581511, 0x64F98FA7, 0xBEFA4FA4)


def _sha2(bits, size, data):
    state, keys = _constants(bits)
    if size == 28:
        state = list(_STARTS_224)
    elif size == 48:
        state = [_isqrt(prime << 128) & (1 << 64) - 1 for prime in _primes(16)[8:]]
    mask, width = (1 << bits) - 1, bits // 8
    small0, small1, large1, large0 = _TURNS[bits]
    data = _padded(data, bits * 2, "big")

    def turned(word, by):
        return (word >> by | word << bits - by) & mask

    for begin in range(0, len(data), bits * 2):
        words = [int.from_bytes(data[place:place + width], "big") for place in range(begin, begin + bits * 2, width)]
        for step in range(16, len(keys)):
            x, y = words[step - 15], words[step - 2]
            words.append((words[step - 16] + words[step - 7]
                          + (turned(x, small0[0]) ^ turned(x, small0[1]) ^ x >> small0[2])
                          + (turned(y, small1[0]) ^ turned(y, small1[1]) ^ y >> small1[2])) & mask)
        a, b, c, d, e, f, g, h = state
        for step, key in enumerate(keys):
            first = (h + (turned(e, large1[0]) ^ turned(e, large1[1]) ^ turned(e, large1[2])) + (e & f ^ ~e & g) + key
                     + words[step]) & mask
            second = (turned(a, large0[0]) ^ turned(a, large0[1]) ^ turned(a, large0[2])) + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, h = (first + second) & mask, a, b, c, (d + first) & mask, e, f, g
        state = [(old + new) & mask for old, new in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join([word.to_bytes(width, "big") for word in state])[:size]


class _Hash:
    __tp_name__ = "final _hashlib.HASH"

    def __init__(self, name, size, block, function, data):
        self.name, self.digest_size, self.block_size, self._function = name, size, block, function
        self._data = b""
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        self._data += data

    def digest(self):
        return self._function(self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return _Hash(self.name, self.digest_size, self.block_size, self._function, self._data)

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ 0x{id(self):x}>"


def md5(string=b"", *, usedforsecurity=True):
    return _Hash("md5", 16, 64, _md5, string)


def sha1(string=b"", *, usedforsecurity=True):
    return _Hash("sha1", 20, 64, _sha1, string)


def sha224(string=b"", *, usedforsecurity=True):
    return _Hash("sha224", 28, 64, lambda data: _sha2(32, 28, data), string)


def sha256(string=b"", *, usedforsecurity=True):
    return _Hash("sha256", 32, 64, lambda data: _sha2(32, 32, data), string)


def sha384(string=b"", *, usedforsecurity=True):
    return _Hash("sha384", 48, 128, lambda data: _sha2(64, 48, data), string)


def sha512(string=b"", *, usedforsecurity=True):
    return _Hash("sha512", 64, 128, lambda data: _sha2(64, 64, data), string)


def new(name, data=b"", *, usedforsecurity=True):
    if name.lower() not in algorithms_guaranteed:
        raise ValueError(f"unsupported hash type {name}")
    return globals()[name.lower()](data)


def __getattr__(name):
    if name in ("blake2b", "blake2s", "sha3_256", "sha3_512", "shake_128", "shake_256", "pbkdf2_hmac", "scrypt"):
        raise AttributeError(f"hashlib.{name} is not in the playground: use sha256")
    raise AttributeError(f"module 'hashlib' has no attribute {name!r}")
