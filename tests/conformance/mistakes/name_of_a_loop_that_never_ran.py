for item in []:
    pass
print(item)
