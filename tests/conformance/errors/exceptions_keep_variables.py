# An exception's traceback holds the variables of the functions that it left: they are dropped with it.
class D:
    def __init__(s, n): s.n = n
    def __del__(s): print("del", s.n)
def f(d):
    loc = D('loc')
    raise ValueError(d.n)
try:
    f(D(1))
except ValueError as e:
    print('handler', e)
print('after')
try: f(D(2))
except ValueError: print('handler2')
print('after2')
def keep():
    x = D('kept')
    try: 1 / 0
    except ZeroDivisionError as e: return e
def g():
    d = D('g')
    f(D('arg'))
def h():
    try: g()
    except ValueError as e: print('h got', e); raise KeyError('k') from e
try: h()
except KeyError as e: print(repr(e.__cause__))
print('--')
def gen():
    d = D('in gen')
    yield 1
    raise RuntimeError('gen')
try:
    for x in gen(): print(x)
except RuntimeError as e: print(e)
print('---')
def rr():
    d = D('rr')
    try: raise ValueError('q')
    except ValueError: raise
try: rr()
except ValueError: print('caught rr')
print('end')
d = D('x'); d = D('y'); del d
l = [D(i) for i in range(3)]; l.clear(); print('cleared')
