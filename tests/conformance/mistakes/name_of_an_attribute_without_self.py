class Counter:
    def __init__(self):
        self.value = 1

    def show(self):
        print(value)

Counter().show()
