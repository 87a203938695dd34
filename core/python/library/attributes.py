# Attributes that the script computes: getattr with a default, hasattr, dir.
# Not for scripts to import.


def getattr_or(value, name, default, /):
    try:
        return getattr(value, name)
    except AttributeError:
        return default


def has_attribute(value, name, /):
    try:
        getattr(value, name)
    except AttributeError:
        return False
    return True


def dir_script(value, /):
    return sorted(type(value).__dir__(value))
