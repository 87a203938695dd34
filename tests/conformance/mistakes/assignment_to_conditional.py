x = 1
x if x else 2 = 3
