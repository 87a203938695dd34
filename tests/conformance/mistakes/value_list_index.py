print(["a"].index("b"))
