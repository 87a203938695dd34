isinstance(5)
