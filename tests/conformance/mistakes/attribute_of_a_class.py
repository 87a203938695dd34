class A:
    pass

A.create()
