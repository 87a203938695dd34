RED = 1
x = 2
match x:
    case RED:
        pass
    case 2:
        pass
