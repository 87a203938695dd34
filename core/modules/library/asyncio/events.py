# What programs name as asyncio.events: the loop's types and which loop is current.
# Not for: the loops themselves (asyncio.loops).
from _asyncio import Handle, TimerHandle, _get_running_loop, get_running_loop
from asyncio.loops import (
    AbstractEventLoop, AbstractEventLoopPolicy, get_event_loop, get_event_loop_policy, new_event_loop, set_event_loop,
    set_event_loop_policy)
