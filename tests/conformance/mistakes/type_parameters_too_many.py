class Box[T]:
    pass

Box[int, str]
