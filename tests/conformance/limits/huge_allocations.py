# What no memory can hold is a MemoryError or an OverflowError, and the program goes on.
def attempt(name, make):
    try:
        print(name, len(make()))
    except (MemoryError, OverflowError) as error:
        print(name, type(error).__name__, error)

attempt("list", lambda: [0] * 10**15)
attempt("str", lambda: "x" * 10**15)
attempt("bytes", lambda: b"x" * 10**15)
attempt("bytes of a number", lambda: bytes(10**15))
attempt("tuple", lambda: (1, 2) * 10**15)
attempt("list", lambda: [0] * 10**30)
attempt("str", lambda: "x" * 10**30)
attempt("ljust", lambda: "x".ljust(10**15))
attempt("zfill", lambda: "7".zfill(10**15))
attempt("shift", lambda: str(1 << 10**30))
attempt("replace", lambda: ("x" * 10**5).replace("x", "y" * 10**11))
x = [1]
try:
    x *= 10**15
except MemoryError:
    print("still", x)
print("goes on")
