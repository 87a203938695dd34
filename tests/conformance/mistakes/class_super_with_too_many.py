class Base:
    pass

class Child(Base):
    def __init__(self, name):
        super().__init__(name)

Child("x")
