type("A", (), 5)
