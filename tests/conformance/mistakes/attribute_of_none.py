def find(names, wanted):
    for name in names:
        if name == wanted:
            return name

print(find(["a"], "b").upper())
