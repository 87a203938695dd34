# More items than a builtin takes in one go.
n = 1_500_000
print(sum(range(n)), sum(range(n), 0.5), any(map((0).__mul__, range(n))), all(range(1, n)))
print(sum(map(float, range(n))), sum([0.1] * n), any([0] * n + [1]), all([1] * n + [0]))
print(sum(range(n - 1, -1, -1)), any(x < 0 for x in range(n // 10)), sum(1 for _ in range(n // 10)))
