# CPython takes c for the beginning of case: it gives no hint.
c = [1]
print(c c[0], 2)
