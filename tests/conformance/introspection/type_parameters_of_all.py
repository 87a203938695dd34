# __type_params__ is there where none are declared, too, and takes nothing but tuples on functions.
def plain(): pass
class Plain: pass
async def later(): pass
print(plain.__type_params__, Plain.__type_params__, later.__type_params__, (lambda: 1).__type_params__)
def cook[T, *Ts, **P](dish: T) -> T: return dish
print(cook.__type_params__, [type(each).__name__ for each in cook.__type_params__])
class Pot[T: int, U: (int, str), V = bool]:
    content = T
    class Lid(list): pass
print(Pot.__type_params__, Pot.content, Pot.Lid.__type_params__)
for each in Pot.__type_params__:
    print(each.__name__, each.__bound__, each.__constraints__, each.has_default())
class Deep(Pot[int, str, bool]): pass
print(Deep.__type_params__)
plain.__type_params__ = (1,)
print(plain.__type_params__)
try:
    plain.__type_params__ = 5
except TypeError as error:
    print(error)
