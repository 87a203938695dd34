match [1]:
    case [a] | [a, b]:
        pass
