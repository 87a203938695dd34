ages = {"ann": 20}
print(ages["bob"])
