# sys.exit() of an exception that is an exit already raises that one; a tuple gives its arguments.
import sys

for status in ((1, 2), (), None, SystemExit(3), "text", ("one",)):
    try:
        sys.exit(status)
    except SystemExit as error:
        print(repr(error), error.args, error.code)
sys.exit(SystemExit(4))
