type Names = list[Nmae]
print(Names)
print(Names.__value__)
