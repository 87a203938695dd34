class Meta(type):
    pass


class Twice(metaclass=Meta, metaclass=Meta):
    pass
