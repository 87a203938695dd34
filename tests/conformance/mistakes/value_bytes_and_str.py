print(b"a" + "b")
