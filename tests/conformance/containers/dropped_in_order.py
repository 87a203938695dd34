# In which order what a container holds is dropped.
class D:
    def __init__(s, n): s.n = n
    def __del__(s): print("del", s.n)
l = [D(1), D(2), D(3)]; del l; print('-')
l = [D(1), D(2), D(3)]; l.clear(); print('-')
t = (D(4), D(5)); del t; print('-')
d = {1: D(6), 2: D(7)}; del d; print('-')
d = {1: D(6), 2: D(7)}; d.clear(); print('-')
l = [D(1), D(2), D(3)]; l[:] = []; print('-')
l = [D(1), D(2), D(3), D(4)]; del l[1:3]; print('-'); l.pop(0); print('-'); l = None
def f(a, b): c = D('c')
f(D('a'), D('b')); print('-')
class O: pass
o = O(); o.x = D('x'); o.y = D('y'); del o; print('-')
l = [D(i) for i in range(2)]; l = [D(i + 10) for i in range(2)]; print('-')
l[0] = None; print('-')
a = b = D('shared'); del a; print('still'); b = 1; print('-')
for x in [D('f1'), D('f2')]: print('loop', x.n)
print('-'); del x
x, y = D('u1'), D('u2'); x, y = y, x; print('swapped'); del x, y
s = {D('s1')}; s.clear(); print('-')
g = (D(i) for i in range(2)); print(next(g).n); print(next(g).n); print('end')
l = None
