# At which depth RecursionError comes: frames of the program count, what CPython has in C does not.
import sys
def depth_of(f):
    try: f()
    except RecursionError as e: return str(e)
class Repr:
    def __repr__(self):
        global n; n+=1; return repr(self)
class ReprF:
    def __repr__(self):
        global n; n+=1; return f'{self!r}'
class Str:
    def __str__(self):
        global n; n+=1; return str(self)
class Ga:
    def __getattr__(self, name):
        global n; n+=1; return self.missing
class Eq:
    def __eq__(self, o):
        global n; n+=1; return self==o
class Lt:
    def __lt__(self, o):
        global n; n+=1; return self<o
class Add:
    def __add__(self, o):
        global n; n+=1; return self+o
class Gi:
    def __getitem__(self, i):
        global n; n+=1; return self[i]
class Ln:
    def __len__(self):
        global n; n+=1; return len(self)
class Bl:
    def __bool__(self):
        global n; n+=1; return bool(self)
class Ca:
    def __call__(self):
        global n; n+=1; return self()
class Pr:
    @property
    def x(self):
        global n; n+=1; return self.x
class Hs:
    def __hash__(self):
        global n; n+=1; return hash(self)
class It:
    def __iter__(self):
        global n; n+=1; return iter(self)
class Nw:
    def __new__(cls):
        global n; n+=1; return cls()
class Co:
    def __contains__(self, o):
        global n; n+=1; return o in self
class EqL:
    def __eq__(self, o):
        global n; n+=1; return [self]==[o]
    __hash__=None
class EqIn:
    def __eq__(self, o):
        global n; n+=1; return self in [o]
class Fm:
    def __format__(self, s):
        global n; n+=1; return format(self)
class Sa:
    def __setattr__(self, k, v):
        global n; n+=1; self.x=v
def plain():
    global n; n+=1; plain()
def kw(**k):
    global n; n+=1; kw(**k)
def star(*a):
    global n; n+=1; star(*a)
def srt():
    global n; n+=1; return sorted([1,2], key=lambda x: srt())
def srt1():
    global n; n+=1; return sorted([1,2], key=srtk)
def srtk(x): return srt1()
def mx():
    global n; n+=1; return max([1,2], key=lambda x: mx())
def mp():
    global n; n+=1; return list(map(lambda x: mp(), [1]))
def comp():
    global n; n+=1; return [comp() for _ in [1]]
def gen():
    global n; n+=1; return list(gen() for _ in [1])
def genf():
    global n; n+=1; yield from genf()
def genn():
    global n; n+=1
    for x in genn(): yield x
def deco(f):
    def w(*a): return f(*a)
    return w
@deco
def decorated():
    global n; n+=1; decorated()
import functools
@functools.wraps(plain)
def wr():
    global n; n+=1; wr()
@functools.lru_cache
def cached(k):
    global n; n+=1; return cached(k+1)
@functools.cache
def fibc(k):
    global n; n+=1; return fibc(k+1)+1
part=functools.partial(lambda: prt())
def prt():
    global n; n+=1; part()
def red():
    global n; n+=1; functools.reduce(lambda a,b: red(), [1,2])
lam=lambda: (globals().__setitem__('n',n+1), lam())
def ga2(o):
    global n; n+=1; getattr(GA(), 'x')
class GA:
    def __getattr__(self, a): ga2(self)
def tr():
    global n; n+=1
    try: tr()
    finally: pass
def wi():
    global n; n+=1
    with CM(): wi()
class CM:
    def __enter__(self): return self
    def __exit__(self,*a): return False
def cls():
    global n; n+=1
    class X: cls()
class Sub:
    def __init_subclass__(c):
        global n; n+=1
        type('Y',(Sub,),{})
def sup(): Sub2().m()
class Base:
    def m(self): pass
class Sub2(Base):
    def m(self):
        global n; n+=1; sup(); super().m()
class St:
    @staticmethod
    def s():
        global n; n+=1; St.s()
    @classmethod
    def c(k):
        global n; n+=1; k.c()
async def aw():
    global n; n+=1; await aw()
def mk(o,attr=None): return lambda: o
tests=dict(plain=plain, repr_=lambda: repr(Repr()), reprf=lambda: repr(ReprF()), str_=lambda: str(Str()), getattr_=lambda: Ga().x, eq=lambda: Eq()==1, lt=lambda: Lt()<1, add=lambda: Add()+1, gi=lambda: Gi()[0], ln=lambda: len(Ln()), bl=lambda: bool(Bl()), ca=lambda: Ca()(), pr=lambda: Pr().x, hs=lambda: hash(Hs()), it=lambda: iter(It()), nw=lambda: Nw(), co=lambda: 1 in Co(), eql=lambda: EqL()==EqL(), eqin=lambda: EqIn()==EqIn(), fm=lambda: format(Fm()), sa=lambda: setattr(Sa(),'x',1), kw=lambda: kw(a=1), star=lambda: star(1), srt=srt, srt1=srt1, mx=mx, mp=mp, comp=comp, gen=gen, genf=lambda: list(genf()), genn=lambda: list(genn()), decorated=decorated, wr=wr, cached=lambda: cached(1), fibc=lambda: fibc(1), prt=prt, red=red, lam=lambda: lam(), ga2=lambda: ga2(None), tr=tr, wi=wi, cls=cls, sub=lambda: type('Z',(Sub,),{}), sup=sup, st=St.s, c=St.c, aw=lambda: aw().send(None))
for k,f in tests.items():
    n=0
    print(k, depth_of(f), n)
