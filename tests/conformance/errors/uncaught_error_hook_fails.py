# A hook that raises is reported itself, and the error that it was told of.
import sys


def told(kind, error, trace):
    raise TypeError("in the hook")


sys.excepthook = told
raise ValueError("outside")
