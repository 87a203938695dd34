price = 5euro
