print("x", "y", sep=1)
