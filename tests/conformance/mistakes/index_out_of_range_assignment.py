numbers = []
numbers[0] = 1
