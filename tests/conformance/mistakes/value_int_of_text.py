age = int("five")
