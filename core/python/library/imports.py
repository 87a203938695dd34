# Importing from native code.
# Not for scripts to import.


def import_now(name, /):
    return __import__(name)
