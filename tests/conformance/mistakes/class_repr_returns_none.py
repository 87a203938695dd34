class A:
    def __repr__(self):
        print("A")

print(repr(A()))
