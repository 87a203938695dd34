import asyncio
import io
import logging
import sys

logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format="%(asctime)s %(levelname)-8s [%(name)s] %(message)s")
logging.getLogger("asyncio").setLevel(logging.WARNING)
logging.debug("debug %d", 1)
logging.info("info %s %s", "a", [1])
logger = logging.getLogger("app")
child = logging.getLogger("app.db")
logger.warning("careful")
logger.error("bad: %(x)s", {"x": 5})
child.critical("down")


class Shorter(logging.Formatter):
    def formatException(self, ei):
        return super().formatException(ei).replace(__file__, "FILE")


logging.root.handlers[0].setFormatter(Shorter("%(levelname)s:%(name)s:%(message)s"))
try:
    1 / 0
except ZeroDivisionError:
    logger.exception("failed")
    logger.error("again", exc_info=True)
print(logger, child.parent, logging.getLogger(), logger.getEffectiveLevel(), logging.getLevelName(30), logging.getLevelName("INFO"), logging.getLevelName(5), logger.isEnabledFor(10))
child.setLevel("ERROR")
child.info("hidden")
child.error("shown")
print(child.level, child.getChild("x").name, len(logging.root.handlers))
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(levelname)s|%(funcName)s|%(lineno)d|%(module)s|%(filename)s|%(threadName)s|%(message)s", datefmt="%H:%M"))
own = logging.getLogger("own")
own.propagate = False
own.addHandler(handler)
own.addHandler(handler)


def function():
    own.info("in function")


function()
own.info("at module")


class OnlyEven(logging.Filter):
    def filter(self, record):
        return record.args[0] % 2 == 0


own.addFilter(OnlyEven())
for i in range(4):
    own.info("n=%d", i)
own.filters.clear()
own.addFilter(lambda record: "no" not in record.getMessage())
own.info("yes")
own.info("no")

buffer = io.StringIO()
braces = logging.StreamHandler(buffer)
braces.setFormatter(logging.Formatter("{levelname:>8}: {message} at {asctime}", style="{", datefmt="%Y/%m/%d"))
third = logging.getLogger("third")
third.addHandler(braces)
third.propagate = False
third.warning("x")
print(repr(buffer.getvalue()))
logging.addLevelName(25, "NOTICE")
third.log(25, "custom")
print(buffer.getvalue().splitlines()[-1])
adapter = logging.LoggerAdapter(own, {"user": "me"})
handler.setFormatter(logging.Formatter("%(user)s: %(message)s"))
adapter.info("adapted %d", 3)
own.info("with extra", extra={"user": "you"})
handler.setFormatter(logging.Formatter("%(msecs)03d %(created).3f %(levelno)s %(taskName)s %(message)s"))


async def worker(n):
    own.info("worker %d starts", n)
    await asyncio.sleep(n / 10)
    own.info("worker %d ends", n)


async def main():
    await asyncio.gather(*(asyncio.create_task(worker(n), name=f"w{n}") for n in (2, 1)))
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(1)
    except TimeoutError as error:
        logger.warning("timed out: %r", error)


asyncio.run(main())
logging.disable(logging.INFO)
logger.info("disabled")
logger.warning("still")
logging.disable(logging.NOTSET)


class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.records = []

    def emit(self, record):
        self.records.append(self.format(record))


kept = ListHandler()
logger.addHandler(kept)
logger.info("not kept")
logger.warning("kept")
print(kept.records, kept, handler, logging.NullHandler())
for bad in (lambda: logging.getLogger(3), lambda: logger.setLevel("LOUD"), lambda: logging.Formatter("x", style="?"), lambda: logger.log("x", "y"), lambda: logging.Formatter("nothing"), lambda: logging.basicConfig(force=True, nonsense=1), lambda: logger.info("m", extra={"message": 1})):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
