# An exception's traceback, frame by frame.
def divide(a, b):
    result = a / b
    return result

def outer(value):
    name = "outer"
    return divide(value, 0)

try:
    outer(5)
except ZeroDivisionError as error:
    entry = error.__traceback__
    while entry is not None:
        frame = entry.tb_frame
        shown = frame.f_locals if frame.f_code.co_name != "<module>" else frame.f_locals is globals()
        print(entry.tb_lineno, frame.f_code.co_name, shown, frame.f_code.co_firstlineno)
        entry = entry.tb_next

def numbers():
    count = 1
    while True:
        yield count
        count += 1

source = numbers()
print(source.gi_running, source.gi_suspended, source.gi_frame.f_lineno, source.gi_yieldfrom)
next(source)
print(source.gi_running, source.gi_suspended, source.gi_frame.f_lineno, source.gi_frame.f_locals)

def delegates():
    yield from source

outer = delegates()
next(outer)
print(outer.gi_yieldfrom is source, source.gi_yieldfrom)
outer.close()
print(outer.gi_frame, outer.gi_suspended)
