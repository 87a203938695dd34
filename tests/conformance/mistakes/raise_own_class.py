class NotEnoughMoney(Exception):
    def __init__(self, missing):
        super().__init__(f"{missing} are missing")
        self.missing = missing

raise NotEnoughMoney(5)
