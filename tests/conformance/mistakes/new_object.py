class A:
    pass
a = new A()
