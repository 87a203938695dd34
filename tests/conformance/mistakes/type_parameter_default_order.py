class Pair[K = str, V]:
    pass
