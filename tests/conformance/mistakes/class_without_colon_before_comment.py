class Kept:
    pass

class Broken(Kept)# no colon
    pass
