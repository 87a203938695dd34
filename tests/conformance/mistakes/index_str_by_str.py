print("abc"["a"])
