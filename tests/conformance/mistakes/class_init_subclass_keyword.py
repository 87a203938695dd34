class A:
    pass

class B(A, color="red"):
    pass
