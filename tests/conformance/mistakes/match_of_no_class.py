match 5:
    case print(1):
        pass
