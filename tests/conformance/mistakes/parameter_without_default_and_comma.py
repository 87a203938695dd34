def build(bases=(), a **names):
    pass
