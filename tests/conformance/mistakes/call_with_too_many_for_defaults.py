def add(a, b=2):
    return a + b

add(1, 2, 3)
