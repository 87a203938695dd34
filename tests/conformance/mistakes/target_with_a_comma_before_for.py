print([3, 1, for x in (1, 2)])
