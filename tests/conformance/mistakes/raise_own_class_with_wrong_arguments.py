class Problem(Exception):
    def __init__(self, code):
        self.code = code

raise Problem
