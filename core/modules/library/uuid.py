# uuid: names that nobody else has; random ones come from the run's own entropy.
# Not for: addresses of machines.
from random import SystemRandom as _SystemRandom

_random = _SystemRandom()
RESERVED_NCS, RFC_4122 = "reserved for NCS compatibility", "specified in RFC 4122"


class SafeUUID:
    unknown = None


class UUID:
    __slots__ = ("int",)

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        if hex is not None:
            digits = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(digits) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            int = _int(digits, 16)
        elif bytes is not None:
            if len(bytes) != 16:
                raise ValueError("bytes is not a 16-char string")
            int = _int.from_bytes(bytes, "big")
        elif int is None:
            raise TypeError("Loopscope does not support UUID(bytes_le=) and UUID(fields=): use int or hex")
        if not 0 <= int < 1 << 128:
            raise ValueError("int is out of range (need a 128-bit value)")
        if version is not None:
            if not 1 <= version <= 8:
                raise ValueError("illegal version number")
            int = int & ~(0xC000 << 48) & ~(0xF000 << 64) | 0x8000 << 48 | version << 76
        object.__setattr__(self, "int", int)

    def __setattr__(self, name, value):
        raise TypeError("UUID objects are immutable")

    @property
    def hex(self):
        return f"{self.int:032x}"

    @property
    def bytes(self):
        return self.int.to_bytes(16, "big")

    @property
    def urn(self):
        return f"urn:uuid:{self}"

    @property
    def version(self):
        return self.int >> 76 & 15 if self.variant == RFC_4122 else None

    @property
    def variant(self):
        return RFC_4122 if self.int >> 62 & 3 == 2 else RESERVED_NCS

    @property
    def fields(self):
        value = self.int
        return (value >> 96, value >> 80 & 0xFFFF, value >> 64 & 0xFFFF, value >> 56 & 0xFF, value >> 48 & 0xFF,
                value & 0xFFFFFFFFFFFF)

    def __int__(self):
        return self.int

    def __str__(self):
        digits = self.hex
        return "-".join([digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]])

    def __repr__(self):
        return f"UUID('{self}')"

    def __hash__(self):
        return hash(self.int)

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented


_int = int


def uuid4():
    return UUID(int=_random.getrandbits(128), version=4)


def uuid1(node=None, clock_seq=None):
    import time
    stamp = time.time_ns() // 100 + 0x01B21DD213814000
    clock_seq = _random.getrandbits(14) if clock_seq is None else clock_seq
    node = _random.getrandbits(48) | 1 << 40 if node is None else node
    return UUID(int=(stamp & 0xFFFFFFFF) << 96 | (stamp >> 32 & 0xFFFF) << 80 | (stamp >> 48 & 0xFFF) << 64
                | clock_seq << 48 | node, version=1)


def _hashed(kind, version, namespace, name):
    import hashlib
    name = name.encode() if isinstance(name, str) else name
    return UUID(bytes=getattr(hashlib, kind)(namespace.bytes + name).digest()[:16], version=version)


def uuid3(namespace, name):
    return _hashed("md5", 3, namespace, name)


def uuid5(namespace, name):
    return _hashed("sha1", 5, namespace, name)


NAMESPACE_DNS, NAMESPACE_URL, NAMESPACE_OID, NAMESPACE_X500 = [
    UUID(f"6ba7b81{place}-9dad-11d1-80b4-00c04fd430c8") for place in (0, 1, 2, 4)]
