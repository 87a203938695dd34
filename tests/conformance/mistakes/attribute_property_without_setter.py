class Circle:
    @property
    def area(self):
        return 3

c = Circle()
c.area = 4
