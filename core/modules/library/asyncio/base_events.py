# What programs name as asyncio.base_events.
# Not for: the loops themselves (asyncio.loops).
from _asyncio import BaseEventLoop
