Name = "Ann"
print(name)
