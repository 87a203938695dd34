# Exception groups: splitting them, and what the end of except* raises. Not for scripts to import.


def split(group, condition, /):
    return divide(group, test_for(condition), True)


def subgroup(group, condition, /):
    return divide(group, test_for(condition), False)[0]


def test_for(condition):
    if isinstance(condition, type):
        wanted = (condition,)
    elif isinstance(condition, tuple):
        wanted = condition
    elif callable(condition):
        return condition
    else:
        wanted = (None,)
    for each in wanted:
        if not isinstance(each, type) or BaseException not in each.__mro__:
            raise TypeError(
                "expected an exception type, a tuple of exception types, or a callable (other than a class)"
            )

    def test(error):
        for each in wanted:
            if each in type(error).__mro__:
                return True
        return False

    return test


def divide(error, test, wants_rest):
    # (what passes the test, the rest), each None where there is nothing.
    if test(error):
        return error, None
    if not isinstance(error, BaseExceptionGroup):
        return None, error
    passed = []
    rest = []
    for each in error.exceptions:
        inner, left = divide(each, test, wants_rest)
        if inner is not None:
            passed.append(inner)
        if left is not None and wants_rest:
            rest.append(left)
    return part_of(error, passed), part_of(error, rest)


def part_of(group, members):
    if not members:
        return None
    part = group.derive(members)
    if not isinstance(part, BaseExceptionGroup):
        raise TypeError("derive must return an instance of BaseExceptionGroup")
    part.__traceback__ = group.__traceback__
    part.__context__ = group.__context__
    part.__cause__ = group.__cause__
    notes = getattr(group, "__notes__", None)
    if notes is not None:
        part.__notes__ = list(notes)
    return part


def match(group, types, /):
    # For CHECK_EG_MATCH.
    return group.split(types)[:2]


def leaves_of(error, found):
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            leaves_of(each, found)
    else:
        found.append(id(error))


def raised_at_end(original, errors, /):
    # For PREP_RERAISE_STAR: what of the original nobody handled or was raised again is one group of its shape.
    if not isinstance(original, BaseExceptionGroup):
        return errors[0]
    raised = []
    kept = []
    for each in errors:
        if each is None:
            continue
        if (
            each.__traceback__ is original.__traceback__
            and each.__cause__ is original.__cause__
            and each.__context__ is original.__context__
        ):
            leaves_of(each, kept)
        else:
            raised.append(each)
    again = divide(original, lambda error: id(error) in kept, False)[0] if kept else None
    if again is not None:
        raised.append(again)
    if len(raised) > 1:
        return BaseExceptionGroup("", raised)
    return raised[0] if raised else None
