class A:
    def __iter__(self):
        return [1, 2]

for x in A():
    pass
