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
    for item in container:
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


def build_class(cls, hooks, keywords, /):
    for name, value in hooks:
        type(value).__set_name__(value, cls, name)
    super(cls, cls).__init_subclass__(**keywords)
    return cls
