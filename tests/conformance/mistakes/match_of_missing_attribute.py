class Point:
    __match_args__ = ("x", "y")

match Point():
    case Point(1, 2, 3):
        pass
