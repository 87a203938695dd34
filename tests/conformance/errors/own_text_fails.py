# An exception that nobody catches, and whose own text is none.
class Strange(Exception):
    def __str__(self):
        return 5


try:
    print(Strange("x"))
except TypeError as error:
    print(error)
raise Strange("y")
