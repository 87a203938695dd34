count = 0

def increase():
    count = count + 1

increase()
