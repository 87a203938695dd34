for text in ["0x1.8p3", "1.8", "  -0x.8p1 ", "nan", "-inf", "Infinity", "0X1P-2", "ff", "1p-5000", "+.8", "1.", "0x1p1023"]:
    print(repr(text), float.fromhex(text))
for text in ["", "0x", "1e400p", ".", "1_0", "0x1p5000", "zz", "1p", "0x1.8.p3", "1 2", "--1"]:
    try:
        print(repr(text), float.fromhex(text))
    except (ValueError, OverflowError) as error:
        print(repr(text), type(error).__name__, error)
for number in [0.1, -2.5, 1e100, 5e-324, 123456789.125]:
    print(number.hex(), float.fromhex(number.hex()) == number)
try:
    float.fromhex(3)
except TypeError as error:
    print(error)


class Degrees(float):
    pass


print(type(Degrees.fromhex("0x1p4")).__name__)
for arguments in [("a", "b", 2), (1.5, 2, 3), (1, 2, 3.0), (1, 2, None), (2, 10, 7), (2, -1, 7), (2, 2, 0)]:
    try:
        print(arguments, pow(*arguments))
    except Exception as error:
        print(arguments, type(error).__name__, error)
