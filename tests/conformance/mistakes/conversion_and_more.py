x = 1
print(f"{x!rd>5}")
