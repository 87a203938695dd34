# timeit: how long a function takes, by the run's clock.
# Not for: statements in texts, there is no exec.
from time import perf_counter as default_timer


class Timer:
    def __init__(self, stmt=None, setup=None, timer=default_timer, globals=None):
        for each in (stmt, setup):
            if isinstance(each, str) and each not in ("", "pass"):
                raise TypeError("timeit of a text is not in the playground: give it a function")
        self._stmt, self._setup, self._timer = stmt, setup, timer

    def timeit(self, number=1000000):
        if callable(self._setup):
            self._setup()
        begin = self._timer()
        if callable(self._stmt):
            for _ in range(number):
                self._stmt()
        return self._timer() - begin

    def repeat(self, repeat=5, number=1000000):
        return [self.timeit(number) for _ in range(repeat)]


def timeit(stmt="pass", setup="pass", timer=default_timer, number=1000000, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=5, number=1000000, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
