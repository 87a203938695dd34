# Containers take what is the same object for equal before they ask it.
def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


from collections import deque, Counter, OrderedDict
nan = float('nan')
show('in list', lambda: nan in [nan])
show('eq list', lambda: [nan]==[nan])
show('ne list', lambda: [nan]!=[nan])
show('lt list', lambda: [nan]<[nan])
show('le list', lambda: [nan]<=[nan])
show('lt list2', lambda: [nan,1]<[nan,2])
show('tuple', lambda: (nan,)==(nan,))
show('tuple in', lambda: nan in (nan,))
show('tuple index', lambda: (nan,).index(nan))
show('tuple count', lambda: (1,nan).count(nan))
show('tuple lt', lambda: (nan,1)<(nan,2))
show('index', lambda: [1,nan].index(nan))
show('count', lambda: [1,nan,nan].count(nan))
def rem():
    l=[1,nan]; l.remove(nan); return l
show('remove', rem)
show('dict eq', lambda: {1:nan}=={1:nan})
show('dict key', lambda: {nan:1}[nan])
show('dict in vals', lambda: nan in {1:nan}.values())
show('dict in items', lambda: (1,nan) in {1:nan}.items())
show('dict in keys', lambda: nan in {nan:2}.keys())
show('dict items eq', lambda: {1:nan}.items()=={1:nan}.items())
show('set', lambda: nan in {nan})
show('set eq', lambda: {nan}=={nan})
show('fs eq', lambda: frozenset([nan])==frozenset([nan]))
show('deque in', lambda: nan in deque([nan]))
show('deque eq', lambda: deque([nan])==deque([nan]))
show('deque idx', lambda: deque([1,nan]).index(nan))
show('deque cnt', lambda: deque([1,nan]).count(nan))
def rem2():
    l=deque([1,nan]); l.remove(nan); return l
show('deque rem', rem2)
show('counter', lambda: Counter([nan])==Counter([nan]))
show('od', lambda: OrderedDict(a=nan)==OrderedDict(a=nan))
class Odd:
    def __eq__(self, o):
        print('eq called'); return False
    __hash__ = lambda s: 1
o=Odd()
show('odd in', lambda: o in [o])
show('odd in2', lambda: o in [1,o])
show('odd eq', lambda: [o]==[o])
show('odd ne', lambda: [o]!=[o])
show('odd tuple', lambda: (o,1)==(o,1))
show('odd idx', lambda: [o].index(o))
show('odd cnt', lambda: [o].count(o))
show('odd d', lambda: {1:o}=={1:o})
show('odd dk', lambda: {o:o}=={o:o})
show('odd v', lambda: o in {1:o}.values())
show('odd i', lambda: (1,o) in {1:o}.items())
show('odd dq', lambda: o in deque([o]))
show('odd gen', lambda: o in (x for x in [1,o]))
show('odd iter', lambda: o in iter([o]))
show('odd map', lambda: o in map(lambda x:x,[o]))
class It:
    def __iter__(self): return iter([1,o])
show('odd scriptiter', lambda: o in It())
class Gi:
    def __getitem__(self,i):
        if i<2: return o
        raise IndexError
show('odd getitem', lambda: o in Gi())
class L(list): pass
show('odd L', lambda: o in L([o]))
show('L eq', lambda: L([nan])==L([nan]))
show('same eq', lambda: o==o)
l=[nan]
show('l==l', lambda: l==l)
l=[o]
show('l==l', lambda: l==l)
show('l!=l', lambda: l!=l)
show('l<l', lambda: l<l)
show('tuple self', lambda: (o,) < (o,))
class Bad:
    def __eq__(self,o): raise ValueError('bad')
    __hash__=lambda s:1
b=Bad()
show('bad in', lambda: b in [b])
show('bad in2', lambda: b in [Bad()])
show('bad eq', lambda: [b]==[Bad()])
show('bad d', lambda: {1:b}=={1:Bad()})
show('bad dk', lambda: {b:1}=={Bad():1})
show('bad v', lambda: Bad() in {1:b}.values())
class EqNonBool:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v
    __hash__=lambda s:1
show('nb', lambda: EqNonBool([]) in [EqNonBool([0])])
show('nb2', lambda: [EqNonBool([])]==[EqNonBool([0])])
show('nb3', lambda: [EqNonBool([1])]==[EqNonBool([0])])
show('nb4', lambda: EqNonBool('x')==1)
show('slice', lambda: slice(nan)==slice(nan))
show('range', lambda: nan in range(3))
from collections import UserList, ChainMap, namedtuple
P=namedtuple('P','x y')
show('nt', lambda: P(nan,1)==P(nan,1))
show('ul', lambda: nan in UserList([nan]))
show('cm', lambda: ChainMap({'a':nan})==ChainMap({'a':nan}))
from dataclasses import dataclass
@dataclass
class D: x: float
show('dc', lambda: D(nan)==D(nan))
import operator
show('op.contains', lambda: operator.contains([nan],nan))
show('op.indexOf', lambda: operator.indexOf([nan],nan))
show('op.countOf', lambda: operator.countOf([nan],nan))
def gen():
    yield nan
show('gen in', lambda: nan in gen())
show('max', lambda: max([nan,1]))
match nan:
    case x if x in [nan]: print('m')
import itertools
show('groupby', lambda: [(k,list(g)) for k,g in itertools.groupby([nan,nan,1,1])])
show('groupby2', lambda: [(len(list(g))) for k,g in itertools.groupby([o,o])])
show('list.remove bad', lambda: [Bad()].remove(3))
