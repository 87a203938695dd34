"""What each topic's file begins with. Not for running: see record.py."""


def new_topic():
    """A decorator that keeps what it decorates, in order, in its attribute `all`."""

    def scenario(function):
        scenario.all.append(function)
        return function

    scenario.all = []
    return scenario
