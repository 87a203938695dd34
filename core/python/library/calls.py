# What natives of the machine need done in the script: calls, iteration, comparisons for containers.
# Not for scripts to import.


def construct(cls, /, *args, **keywords):
    instance = cls.__new__(cls, *args, **keywords)
    if isinstance(instance, cls):
        type(instance).__init__(instance, *args, **keywords)
    return instance


def call_with_iterable(function, iterable, keywords, /):
    return function(*[item for item in iterable], **keywords)


def iterate_by_index(sequence, /):
    index = 0
    while True:
        try:
            item = sequence[index]
        except IndexError:
            return
        yield item
        index += 1


def contains_by_iteration(container, wanted, /):
    try:
        items = iter(container)
    except TypeError:
        items = None
    if items is None:
        raise TypeError(f"argument of type '{type_name(container)}' is not iterable")
    for item in items:
        if item is wanted or item == wanted:
            return True
    return False


def equal(left, right, /):
    return left == right


def less(left, right, /):
    return left < right


def hash_of(value, _, /):
    return hash(value)


def not_equal(method, left, right, /):
    answer = method(left, right)
    if answer is NotImplemented:
        return answer
    return not answer


def extend_list(target, iterable, /):
    for item in iterable:
        target.append(item)


def update_set(target, iterable, /):
    for item in iterable:
        target.add(item)


def update_dict(target, mapping, /):
    for key in mapping.keys():
        target[key] = mapping[key]


def unpack(iterable, before, after, /):
    # A list of the items for the machine to spread. `after` is -1 without a star. One item too many is enough to
    # tell that there are too many.
    if after >= 0:
        return [item for item in iterable]
    items = []
    for item in iterable:
        items.append(item)
        if len(items) > before:
            break
    return items


def exception_repr(error, /):
    args = error.args
    name = type(error).__name__
    if len(args) == 1:
        return name + "(" + repr(args[0]) + ")"
    return name + repr(args)


def method_repr(name, of, /):
    return f"<bound method {name} of {of!r}>"


def build_class(cls, hooks, keywords, /):
    for name, value in hooks:
        type(value).__set_name__(value, cls, name)
    super(cls, cls).__init_subclass__(**keywords)
    return cls


def build_class_by(body, name, given, keywords, /):
    # A class with a metaclass, or whose bases are not all classes.
    bases = given
    for base in given:
        if not isinstance(base, type):
            bases = classes_of(given)
            break
    metaclass = keywords.pop("metaclass", None)
    if metaclass is None:
        metaclass = type(bases[0]) if bases else type
    if isinstance(metaclass, type):
        metaclass = derived_metaclass(metaclass, bases)
    prepare = getattr(metaclass, "__prepare__", None)
    names = {} if prepare is None else prepare(name, bases, **keywords)
    run_class_body(body, names)
    if bases is not given:
        names["__orig_bases__"] = given
    return metaclass(name, bases, names, **keywords)


def classes_of(given, /):
    # Generic[T] and list[int] stand for classes.
    bases = []
    for base in given:
        entries = None if isinstance(base, type) else getattr(base, "__mro_entries__", None)
        if entries is not None:
            bases += entries(given)
        elif not isinstance(base, type) and isinstance(getattr(base, "__origin__", None), type):
            bases.append(base.__origin__)
        else:
            bases.append(base)
    return tuple(bases)


def is_any_instance(value, types, /):
    for each in types:
        if isinstance(value, each):
            return True
    return False


def is_any_subclass(cls, types, /):
    for each in types:
        if issubclass(cls, each):
            return True
    return False


def match_class(subject, cls, names, count, /):
    # Where an attribute is computed by the script, or the class's metaclass says what an instance is.
    if not isinstance(subject, cls):
        return None
    values = []
    seen = []
    for name in (cls.__match_args__[:count] if count else ()) + names:
        if name in seen:
            raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute {name!r}")
        seen.append(name)
        try:
            values.append(getattr(subject, name))
        except AttributeError:
            return None
    return tuple(values)
