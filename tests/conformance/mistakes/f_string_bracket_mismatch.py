print(f"{(1]}")
