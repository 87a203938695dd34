# Installs the virtual clock before the program's first line, where run_with_virtual_clock.py asks for it.
# Not for anything else: no name of ours may stay behind in the interpreter.
import os
import sys

if os.environ.get("LOOPSCOPE_VIRTUAL_CLOCK"):
    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    import virtual_clock

    virtual_clock.install()
    sys.path.pop(0)
    sys.modules.pop("virtual_clock", None)
    sys.modules.pop("virtual_loop", None)
