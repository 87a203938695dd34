numbers = [1]
numbers = numbers + 2
