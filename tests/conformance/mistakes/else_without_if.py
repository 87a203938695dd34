print("x")
else:
    print("y")
