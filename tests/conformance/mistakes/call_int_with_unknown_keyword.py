int("5", bas=2)
