# signal: the names of signals. None arrives here, and to ask for one is refused.
# Not for: stopping a program, which the playground does.
from enum import IntEnum


class Signals(IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGABRT = 6
    SIGKILL = 9
    SIGUSR1 = 10
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17


globals().update(Signals.__members__)


def __getattr__(name):
    if name in ("signal", "alarm", "pause", "raise_signal", "getsignal", "setitimer", "sigwait", "siginterrupt"):
        raise NotImplementedError(f"signal.{name}() is not in the playground: no signals arrive")
    raise AttributeError(f"module 'signal' has no attribute {name!r}")
