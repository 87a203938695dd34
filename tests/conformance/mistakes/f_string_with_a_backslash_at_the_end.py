print(f"{1\}")
