# raise alone adds no line of its own to a traceback.
def a():
    try:
        b()
    except ValueError:
        print('log')
        raise
def b():
    raise ValueError("deep")
def c():
    try: a()
    except ValueError as e:
        raise e
def d():
    try: c()
    except ValueError as e:
        raise RuntimeError('wrapped') from None
try: d()
except RuntimeError as e: print(e.__suppress_context__, repr(e.__context__))
def helper(): raise
try:
    try: b()
    except ValueError: helper()
except ValueError as e:
    t = e.__traceback__
    while t: print(t.tb_lineno, end=' '); t = t.tb_next
print()
c()
