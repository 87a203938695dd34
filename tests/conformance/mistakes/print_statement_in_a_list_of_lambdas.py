works = [
    lambda: print + 1, lambda: 2,
    lambda: 3
    lambda: 4,
]
