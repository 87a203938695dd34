# Runs a Python program under CPython with Loopscope's virtual clock: the oracle of the conformance tests.
# Not the clock itself (virtual_clock.py). Usage: python3 run_with_virtual_clock.py FILE [ARGUMENT...]
#
# The program is the real __main__ of a fresh interpreter whose sitecustomize (site/) installs the clock, so that
# tracebacks are CPython's own, with no frame of ours.
import os
import sys


def main() -> None:
    here = os.path.dirname(os.path.abspath(__file__))
    if len(sys.argv) < 2:
        sys.exit("usage: run_with_virtual_clock.py FILE [ARGUMENT...]")
    environment = dict(
        os.environ,
        LOOPSCOPE_VIRTUAL_CLOCK="1",
        TZ="UTC",
        PYTHONPATH=os.path.join(here, "site"),
        PYTHONDONTWRITEBYTECODE="1",
        PYTHONIOENCODING="utf-8",
    )
    os.execve(sys.executable, [sys.executable, *sys.argv[1:]], environment)


main()
