from dataclasses import dataclass


class StatusError(Exception):
    def __init__(self, code):
        self.code = code


class Quiet(ValueError):
    def __init__(self, *parts, hint=None):
        print(self.args, hint)


class Made(Exception):
    def __new__(cls, text):
        return super().__new__(cls, text.upper())

    def __init__(self, text):
        self.text = text


@dataclass
class Failure(Exception):
    code: int
    reason: str = "none"


for make in (lambda: StatusError(404), lambda: Quiet(1, 2, hint="h"), lambda: Made("x"), lambda: Failure(3)):
    try:
        raise make()
    except Exception as error:
        print(type(error).__name__, error.args, str(error), repr(error), vars(error))
try:
    StatusError()
except TypeError as error:
    print(error)
raise StatusError(500)
