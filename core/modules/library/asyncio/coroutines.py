# What programs name as asyncio.coroutines.
# Not for: coroutines themselves, which are native.
from _asyncio import iscoroutine, iscoroutinefunction
