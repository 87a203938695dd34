# What programs name as asyncio.futures.
# Not for: futures themselves, which are native.
from _asyncio import CancelledError, Future, InvalidStateError, isfuture
from asyncio.threads import wrap_future
