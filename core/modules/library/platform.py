# platform: what the program runs on, as far as that can be said.
# Not for: the browser's name.


def system():
    return "Loopscope"


def python_version():
    return "3.13.0"


def python_version_tuple():
    return "3", "13", "0"


def python_implementation():
    return "Loopscope"


def platform(aliased=False, terse=False):
    return "Loopscope"


def machine():
    return "wasm32"


def node():
    return "playground"


def release():
    return ""


version = processor = python_compiler = release


def architecture(*args, **keywords):
    return "32bit", ""
