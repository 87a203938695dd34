# sys.excepthook is told of the error that ends the program; what it calls by its old name still prints the traceback.
import asyncio
import sys


def told(kind, error, trace):
    print(f"hook: {kind.__name__}: {error}, line {trace.tb_lineno}")
    if isinstance(error, LookupError):
        sys.__excepthook__(kind, error, trace)


async def main():
    await asyncio.sleep(0.1)
    raise LookupError("nothing there")


print(sys.excepthook is sys.__excepthook__)
sys.excepthook = told
asyncio.run(main())
