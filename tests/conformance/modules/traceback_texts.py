import asyncio
import io
import traceback


def show(text):
    print(text.replace(__file__, "FILE"))


def print_to(function, *args, **options):
    file = io.StringIO()
    function(*args, **options, file=file)
    show(file.getvalue())


def inner(n):
    return 10 / n


def outer():
    inner(0)


try:
    outer()
except ZeroDivisionError as error:
    show(traceback.format_exc())
    print("".join(traceback.format_exception(error)) == traceback.format_exc(), traceback.format_exception_only(error))
    print(traceback.format_exception(type(error), error, error.__traceback__)[-1])
    for frame in traceback.extract_tb(error.__traceback__):
        print(frame.name, frame.line, frame.lineno)
    print(len(traceback.format_tb(error.__traceback__)))
    buffer = io.StringIO()
    traceback.print_exc(file=buffer)
    print(buffer.getvalue() == traceback.format_exc())
    print_to(traceback.print_exc)
try:
    try:
        {}["k"]
    except KeyError as error:
        raise ValueError("wrapped") from error
except ValueError as error:
    print_to(traceback.print_exception, error)
    print_to(traceback.print_exception, error, chain=False)
print(traceback.format_exc())


async def fails():
    await asyncio.sleep(0.1)
    raise RuntimeError("in task")


async def main():
    results = await asyncio.gather(fails(), return_exceptions=True)
    show("".join(traceback.format_exception(results[0])))
    try:
        await fails()
    except RuntimeError:
        print(traceback.format_exc().splitlines()[-1])
    te = traceback.TracebackException.from_exception(results[0])
    print("".join(te.format_exception_only()).strip(), te)


asyncio.run(main())
e = ValueError("no traceback")
e.add_note("a note")
print(traceback.format_exception(e), traceback.format_exception_only(e))
