# abc: abstract classes.
# Not for: those that collections.abc has.


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True


class abstractproperty(property):
    __isabstractmethod__ = True


def _is_abstract(value):
    if type(value) is property:
        return _is_abstract(value.fget) or _is_abstract(value.fset) or _is_abstract(value.fdel)
    if type(value) in (classmethod, staticmethod):
        return _is_abstract(value.__func__)
    return bool(getattr(value, "__isabstractmethod__", False))


_registrations = 0


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **keywords):
        cls = type.__new__(mcls, name, bases, namespace, **keywords)
        cls.__abstractmethods__ = frozenset(_abstract_names(cls, namespace))
        cls._abc_registry = []
        cls._abc_answers = (0, {})
        return cls

    def register(cls, subclass):
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if not issubclass(subclass, cls):
            if issubclass(cls, subclass):
                raise RuntimeError("Refusing to create an inheritance cycle")
            cls._abc_registry.append(subclass)
            _registrations += 1
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        since, answers = cls._abc_answers
        if since != _registrations:
            answers = {}
            cls._abc_answers = (_registrations, answers)
        answer = answers.get(subclass)
        if answer is None:
            answer = answers[subclass] = _is_subclass(cls, subclass)
        return answer


def _abstract_names(cls, namespace):
    names = {name for name, value in namespace.items() if _is_abstract(value)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if _is_abstract(_found(cls, name)):
                names.add(name)
    return names


def _found(cls, name):
    for ancestor in cls.__mro__:
        if name in ancestor.__dict__:
            return ancestor.__dict__[name]
    return None


def _is_subclass(cls, subclass):
    hook = getattr(cls, "__subclasshook__", None)
    answer = NotImplemented if hook is None else hook(subclass)
    if answer is not NotImplemented:
        return answer
    if cls in subclass.__mro__:
        return True
    for kin in [*cls._abc_registry, *type.__subclasses__(cls)]:
        if issubclass(subclass, kin):
            return True
    return False


def update_abstractmethods(cls):
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = frozenset(_abstract_names(cls, cls.__dict__))
    return cls


def get_cache_token():
    return _registrations


class ABC(metaclass=ABCMeta):
    __slots__ = ()
