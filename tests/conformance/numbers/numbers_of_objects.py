# Wherever a builtin wants a number: objects with __index__ or __float__, and what is refused.
def show(label, call):
    try:
        value = call()
        # The last digits of cbrt, gamma or log are the C library's.
        print(label, f"{value:.13g}" if type(value) is float else repr(value))
    except Exception as error:
        print(label, type(error).__name__, error)


class I:
    def __init__(s,v): s.v=v
    def __index__(s): return s.v
    def __repr__(s): return f'I({s.v})'
class F:
    def __init__(s,v): s.v=v
    def __float__(s): return s.v
class N: pass
class BadI:
    def __index__(s): return 'x'
class ErrI:
    def __index__(s): raise KeyError('idx')
class BadF:
    def __float__(s): return 'x'
class ErrF:
    def __float__(s): raise KeyError('flt')
class IB:
    def __index__(s): return True
import math, random, time, itertools, operator
vals=[('I',I(3)),('N',N()),('BadI',BadI()),('ErrI',ErrI()),('f',1.5),('s','x'),('None',None),('F',F(2.0)),('True',True),('neg',I(-2)),('big',I(10**30))]
fns=dict(
chr=lambda v: chr(v), range=lambda v: range(v), range2=lambda v: range(0,10,v), slice_=lambda v: 'abcdefgh'[:v], slice2=lambda v: [1,2,3,4,5][v:], slice3=lambda v: (1,2,3,4,5)[::v],
listindex=lambda v: [1,2,3,4,5][v], strindex=lambda v:'abcdef'[v], tupindex=lambda v:(1,2,3,4)[v], bytesindex=lambda v: b'abcd'[v], rangeindex=lambda v: range(5)[v],
mul=lambda v: 'ab'*v if not (isinstance(v,I) and v.v>10) else 'ab'[:1]*v, mulr=lambda v: v*[1], mulb=lambda v: b'ab'*v, mult=lambda v: (1,)*v,
round_=lambda v: round(3.14159,v), roundi=lambda v: round(31415,v), hex_=lambda v: hex(v), oct_=lambda v: oct(v), bin_=lambda v: bin(v),
int_=lambda v: int(v), intb=lambda v: int('11',v), float_=lambda v: float(v), bytes_=lambda v: bytes([v]),
setitem=lambda v: [0,0,0,0,0].__setitem__(v,1), pop=lambda v:[1,2,3,4,5].pop(v), insert=lambda v:(lambda l:(l.insert(v,9),l))([1,2,3,4]), indexstart=lambda v:[1,2,3,4,3].index(3,v), 
center=lambda v:'a'.center(v), ljust=lambda v:'a'.ljust(v,'.'), zfill=lambda v:'1'.zfill(v), expandtabs=lambda v:'\t'.expandtabs(v), split=lambda v:'a b c d e'.split(None,v), replace=lambda v:'aaaa'.replace('a','b',v), find=lambda v:'abcabc'.find('a',v), count=lambda v:'aaaa'.count('a',v), sw=lambda v:'abca'.startswith('a',v),
factorial=lambda v: math.factorial(v), comb=lambda v: math.comb(5,v), perm=lambda v: math.perm(5,v), gcd=lambda v: math.gcd(12,v), lcm=lambda v: math.lcm(4,v), isqrt=lambda v: math.isqrt(v), sqrt=lambda v: math.sqrt(v), floor=lambda v: math.floor(v), ceil=lambda v: math.ceil(v), trunc=lambda v: math.trunc(v), sin=lambda v: math.sin(v), pow_=lambda v: math.pow(v,2), hyp=lambda v: math.hypot(v,4), log=lambda v: math.log(v), log2=lambda v: math.log2(v), fsum=lambda v: math.fsum([v,v]), isnan=lambda v: math.isnan(v), ldexp=lambda v: math.ldexp(1.0,v), prod=lambda v: math.prod([2,v]), dist=lambda v: math.dist([v],[0]), copysign=lambda v: math.copysign(v,-1.0), fmod=lambda v: math.fmod(v,2), isclose=lambda v: math.isclose(v,3), degrees=lambda v: math.degrees(v), exp=lambda v: math.exp(v), modf=lambda v: math.modf(v), frexp=lambda v: math.frexp(v), gamma=lambda v: math.gamma(v), atan2=lambda v: math.atan2(v,1),log10=lambda v:math.log10(v),nextafter=lambda v: math.nextafter(v,9.0), ulp=lambda v: math.ulp(v), sumprod=lambda v: math.sumprod([v],[2]), fma=lambda v: math.fma(v,2,3), cbrt=lambda v: math.cbrt(v), remainder=lambda v: math.remainder(v,2), logb=lambda v: math.log(10,v),
randrange=lambda v:(random.seed(1),random.randrange(v))[1], randint=lambda v:(random.seed(1),random.randint(0,v))[1], getrandbits=lambda v:(random.seed(1),random.getrandbits(v))[1] , uniform=lambda v:(random.seed(1),random.uniform(0,v))[1], sample=lambda v:(random.seed(1),random.sample([1,2,3,4,5],v))[1], choices=lambda v:(random.seed(1),random.choices([1,2],k=v))[1], gauss=lambda v:(random.seed(1),random.gauss(v,1))[1], expo=lambda v:(random.seed(1),random.expovariate(v))[1],
islice=lambda v: list(itertools.islice([1,2,3,4],v)), repeat=lambda v: list(itertools.repeat(1,v)), icount=lambda v: next(itertools.count(v)), comb2=lambda v: len(list(itertools.combinations([1,2,3,4],v))), perm2=lambda v: len(list(itertools.permutations([1,2,3,4],v))), product=lambda v: len(list(itertools.product([1,2],repeat=v))), batched=lambda v: list(itertools.batched([1,2,3,4,5],v)), tee=lambda v: len(itertools.tee([1],v)),
enumerate_=lambda v: list(enumerate('a',v)), opindex=lambda v: operator.index(v), tobytes=lambda v: (5).to_bytes(v), pow3=lambda v: pow(v,2), divmod_=lambda v: divmod(v,2), abs_=lambda v: abs(v), sum_=lambda v: sum([v]), fmt=lambda v: '%d'%v, fmtx=lambda v: '%x'%v, fmtf=lambda v: '%f'%v, fmtc=lambda v: '%c'%v, fmtstar=lambda v: '%*d'%(v,5), format_=lambda v: format(v,'d'), shift=lambda v: 1<<v, timeconv=lambda v: time.gmtime(v)[:2], indices=lambda v: slice(v).indices(10), setslice=lambda v:(lambda l:(l.__setitem__(slice(None,v),[9]),l))([1,2,3,4]), delitem=lambda v:(lambda l:(l.__delitem__(v),l))([1,2,3,4]),
)
for k,f in fns.items():
    for n,v in vals:
        if n=='big' and k in('mul','mulr','mulb','mult','range','zfill','center','ljust','randrange','randint','expandtabs','factorial','islice','getrandbits','sleep','shift','perm2','comb2','product','tee','isqrt','tobytes','choices','fmtstar','fstr','batched','repeat','sample'): continue
        show(k+' '+n, lambda: f(v))

for number in 10**30, 2**63, -1, 5:
    try:
        print(math.factorial(number))
    except Exception as error:
        print(type(error).__name__, error)
