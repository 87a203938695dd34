def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

def hanoi(n, a, b, c):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)

def endless(n):
    return endless(n + 1)

print(fib(15), hanoi(8, "a", "b", "c"))
try:
    endless(0)
except RecursionError as e:
    print(e)
def fact(n): return 1 if n == 0 else n * fact(n - 1)
print(fact(30))
print(fact(100) % 1000007, len(str(fact(200))))
