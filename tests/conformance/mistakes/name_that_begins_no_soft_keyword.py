d = [1]
print(d d[0], 2)
