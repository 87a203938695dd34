class A:
    def __bool__(self):
        return "yes"

if A():
    pass
