setattr(5, 1, 2)
