class Loop:
    def __getattr__(self, name):
        return getattr(self, name + "x")
    def __len__(self):
        return len(self)
    def __repr__(self):
        return repr(self)
    def __iter__(self):
        return iter(self)
    def __call__(self):
        return self()
    def __eq__(self, other):
        return self == other

loop = Loop()
for attempt in (lambda: loop.a, lambda: len(loop), lambda: repr(loop), lambda: list(loop), loop, lambda: loop == loop, lambda: [loop] == [Loop()]):
    try:
        attempt()
    except RecursionError as e:
        print(type(e).__name__)
