import asyncio, threading, logging, sys, time
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
import functools, dataclasses, collections, queue
logging.basicConfig(format="%(threadName)s %(levelname)s %(message)s", level=logging.INFO, stream=sys.stdout)
rid = ContextVar("rid", default="-")
class F(logging.Filter):
    def filter(self, r): r.rid = rid.get(); return True
h = logging.StreamHandler(sys.stdout); h.addFilter(F()); h.setFormatter(logging.Formatter("[%(rid)s] %(message)s"))
lg = logging.getLogger("r"); lg.addHandler(h); lg.propagate = False; lg.setLevel(logging.INFO)
def blocking(n): time.sleep(n); logging.info("slept %s", n); return n
async def handle(i):
    rid.set(f"req-{i}"); lg.info("start"); await asyncio.sleep(0.1 * i); lg.info("end")
async def main():
    await asyncio.gather(*(handle(i) for i in (2, 1)))
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2, thread_name_prefix="pool") as ex:
        print(await asyncio.gather(*(loop.run_in_executor(ex, functools.partial(blocking, n)) for n in (0.2, 0.1))))
    print(await asyncio.to_thread(blocking, 0.1))
asyncio.run(main())
