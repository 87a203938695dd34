# What CPython says of calls that cannot be, where the callable or the operand has to be named.
class Plain:
    def method(self):
        pass

    def __call__(self):
        pass


def tell(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__ + ":", error)


tell(lambda: print(*5))
tell(lambda: print(**5))
tell(lambda: [].append(*5))
tell(lambda: Plain().method(*None))
tell(lambda: Plain(*1.5))
tell(lambda: (lambda: 0)(*True))
tell(lambda: int(**[1]))
tell(lambda: {**Plain()})
tell(lambda: {**[1]})
tell(lambda: {**None})
tell(lambda: enumerate())
tell(lambda: str(1, 2))
tell(lambda: str(b"a", "utf-8", 3))
tell(lambda: print(**{"end": "!\n"}, **{"end": ""}))
