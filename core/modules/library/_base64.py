# Base64, as HTTP's basic authentication needs it.
# Not for: the base64 module.
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def encoded(data):
    shown = []
    for begin in range(0, len(data), 3):
        chunk = data[begin:begin + 3]
        bits = 0
        for byte in chunk:
            bits = bits << 8 | byte
        bits <<= 8 * (3 - len(chunk))
        letters = [_ALPHABET[bits >> shift & 63] for shift in (18, 12, 6, 0)]
        shown.append("".join(letters[:len(chunk) + 1]) + "=" * (3 - len(chunk)))
    return "".join(shown)


def basic_credentials(user, password):
    return encoded(f"{user}:{password}".encode("utf-8"))
