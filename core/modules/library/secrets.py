# secrets: random values from the run's own entropy.
# Not for: real secrets; a run must be the same again.
from random import SystemRandom

_random = SystemRandom()
choice, randbits = _random.choice, _random.getrandbits


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return _random.randrange(exclusive_upper_bound)


def token_bytes(nbytes=None):
    return _random.randbytes(32 if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    from _base64 import encoded
    return encoded(token_bytes(nbytes)).replace("+", "-").replace("/", "_").rstrip("=")


def compare_digest(a, b):
    return a == b
