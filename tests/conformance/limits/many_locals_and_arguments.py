source_names = [f"v{i}" for i in range(300)]
def many(*args, **kwargs):
    return len(args), len(kwargs)
print(many(*range(10_000), **{n: i for i, n in enumerate(source_names)}))
x = [0] * 100_000
x[50_000] = 1
print(sum(x), len("ab" * 100_000), len([*x, *x]))
