import warnings


def old():
    warnings.warn("old is going away", DeprecationWarning, stacklevel=1)
    return 1


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old()
    old()
    warnings.warn("plain")
    print(len(caught), caught[0].category.__name__, caught[0].message, caught[-1].category, str(caught[-1].message))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        old()
    except DeprecationWarning as error:
        print("raised", error)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    print(old())
with warnings.catch_warnings():
    warnings.filterwarnings("error", message="old", category=DeprecationWarning)
    warnings.filterwarnings("ignore", category=UserWarning)
    warnings.warn("user")
    try:
        old()
    except DeprecationWarning:
        print("filtered")


class Mine(UserWarning):
    pass


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("default")
    warnings.warn(Mine("own"))
    print(caught[0].category, caught[0].message)
try:
    warnings.warn("x", int)
except TypeError as error:
    print(error)
warnings.warn("shown on stderr")
