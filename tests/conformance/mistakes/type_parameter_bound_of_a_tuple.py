def f[*Ts: int](*args: *Ts):
    pass
