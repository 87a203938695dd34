class Shop:
    def price(self):
        return 5

    def show(self):
        print(price())

Shop().show()
