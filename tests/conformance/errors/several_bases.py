# Exceptions that derive from several builtin ones.
class A(OSError): pass
class B(A, ValueError): pass
class C(ValueError, A): pass
class K(KeyError, AttributeError): pass
class L(AttributeError, KeyError): pass
for x in (B('m'), B(2, 'no'), C('m'), K('k'), L('k'), B()):
    print(repr(x), str(x), x.args, isinstance(x, OSError), isinstance(x, ValueError), [t.__name__ for t in type(x).__mro__])
try:
    class Bad(OSError, ImportError): pass
except TypeError as e: print(e)
try:
    class Bad(int, str): pass
except TypeError as e: print(e)
try:
    class Bad(StopIteration, KeyError, ValueError): pass
    print('fine', Bad('x').value)
except TypeError as e: print(e)
try: raise B('caught')
except ValueError as e: print('VE', e)
class TimeoutErr(TimeoutError, RuntimeError): pass
print(TimeoutErr('t').errno)
try:
    class Bad(list, Exception): pass
except TypeError as e: print(e)
