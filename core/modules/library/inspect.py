# inspect: what an object is, and the signatures of functions.
# Not for: source text and frames, which the machine does not show.
import types as _types
from types import CodeType as _CodeType

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED = 1, 2, 4, 8, 16
CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 32, 128, 256, 512
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED"
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"


def ismodule(object):
    return isinstance(object, _types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, _types.FunctionType)


def ismethod(object):
    return isinstance(object, _types.MethodType) and isfunction(object.__func__)


def isbuiltin(object):
    return isinstance(object, _types.BuiltinFunctionType) or (
        isinstance(object, _types.MethodType) and not isfunction(object.__func__))


def ismethoddescriptor(object):
    return isinstance(object, (_types.MethodDescriptorType, _types.WrapperDescriptorType))


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isdatadescriptor(object):
    return not isclass(object) and (hasattr(type(object), "__set__") or hasattr(type(object), "__delete__"))


def iscode(object):
    return isinstance(object, _CodeType)


def isframe(object):
    return False


def istraceback(object):
    return isinstance(object, _types.TracebackType)


def isgenerator(object):
    return isinstance(object, _types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, _types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, _types.AsyncGeneratorType)


def isawaitable(object):
    return iscoroutine(object) or isinstance(object, _types._Awaitable) or hasattr(type(object), "__await__")


def _has_flag(function, flag):
    from functools import partial
    while ismethod(function) or isinstance(function, partial):
        function = function.__func__ if ismethod(function) else function.func
    return isfunction(function) and bool(function.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE) or getattr(getattr(obj, "__func__", obj), "_is_coroutine_mark", False) is True


def markcoroutinefunction(func):
    getattr(func, "__func__", func)._is_coroutine_mark = True
    return func


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


def _state(object, letters, prefix):
    if getattr(object, letters + "_running"):
        return prefix + "_RUNNING"
    if getattr(object, letters + "_suspended", False):
        return prefix + "_SUSPENDED"
    return prefix + ("_CLOSED" if getattr(object, letters + "_frame") is None else "_CREATED")


def getcoroutinestate(coroutine):
    return _state(coroutine, "cr", "CORO")


def getgeneratorstate(generator):
    return _state(generator, "gi", "GEN")


def getasyncgenstate(agen):
    return _state(agen, "ag", "AGEN")


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    hints = obj.__dict__.get("__annotations__", {}) if isinstance(obj, type) else getattr(obj, "__annotations__", {})
    return dict(hints)


def getmro(cls):
    return cls.__mro__


def getmembers(object, predicate=None):
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def getmodule(object, _filename=None):
    import sys
    return sys.modules.get(getattr(object, "__module__", None))


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()], default=0)
    lines = [lines[0].lstrip(), *[line[margin:] for line in lines[1:]]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func


class _Nothing:
    pass


class _Kind(int):
    def __new__(cls, value, name, description):
        made = int.__new__(cls, value)
        made.name, made.description = name, description
        return made

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"


_KINDS = [_Kind(place, name, name.lower().replace("_", " ").replace("only", "-only").replace(" -", "-")) for place, name in enumerate(
    ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD"))]
_KINDS[2].description, _KINDS[4].description = "variadic positional", "variadic keyword"
_KINDS[1].description = "positional or keyword"


def formatannotation(annotation, base_module=None):
    if isinstance(annotation, _types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation).replace("typing.", "")


class Parameter:
    empty = _Nothing
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _KINDS

    def __init__(self, name, kind, *, default=_Nothing, annotation=_Nothing):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def replace(self, *, name=None, kind=None, annotation=None, default=None):
        return Parameter(self.name if name is None else name, self.kind if kind is None else kind,
                         default=self.default if default is None else default,
                         annotation=self.annotation if annotation is None else annotation)

    def __str__(self):
        text = self.name
        if self.annotation is not _Nothing:
            text += f": {formatannotation(self.annotation)}"
        if self.default is not _Nothing:
            text += f" = {self.default!r}" if self.annotation is not _Nothing else f"={self.default!r}"
        return {2: "*", 4: "**"}.get(int(self.kind), "") + text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self.name, self.kind, self.default, self.annotation) == (other.name, other.kind, other.default,
                                                                         other.annotation)

    def __hash__(self):
        return hash((self.name, int(self.kind)))


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    @property
    def args(self):
        values = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind >= 3 or name not in self.arguments:
                break
            values += self.arguments[name] if parameter.kind == 2 else [self.arguments[name]]
        return tuple(values)

    @property
    def kwargs(self):
        values, late = {}, False
        for name, parameter in self.signature.parameters.items():
            late = late or parameter.kind >= 3 or name not in self.arguments
            if late and name in self.arguments:
                values.update(self.arguments[name] if parameter.kind == 4 else {name: self.arguments[name]})
        return values

    def apply_defaults(self):
        full = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                full[name] = self.arguments[name]
            elif parameter.default is not _Nothing:
                full[name] = parameter.default
            elif parameter.kind == 2:
                full[name] = ()
            elif parameter.kind == 4:
                full[name] = {}
        self.arguments = full

    def __repr__(self):
        return f"<BoundArguments ({', '.join([f'{name}={value!r}' for name, value in self.arguments.items()])})>"


class Signature:
    empty = _Nothing

    def __init__(self, parameters=None, *, return_annotation=_Nothing):
        self.parameters = {each.name: each for each in parameters or ()}
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, **options):
        return signature(obj)

    def replace(self, *, parameters=None, return_annotation=None):
        return Signature(self.parameters.values() if parameters is None else parameters,
                         return_annotation=self.return_annotation if return_annotation is None else return_annotation)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments, values = {}, list(args)
        for name, parameter in self.parameters.items():
            if parameter.kind == 2:
                if values:
                    arguments[name] = tuple(values)
                    values = []
            elif parameter.kind == 4:
                if kwargs:
                    arguments[name] = dict(kwargs)
                    kwargs = {}
            elif values and parameter.kind < 2:
                if name in kwargs and parameter.kind == 1:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = values.pop(0)
            elif name in kwargs and parameter.kind != 0:
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _Nothing and not partial:
                only = " keyword-only" if parameter.kind == 3 else ""
                raise TypeError(f"missing a required{only} argument: {name!r}")
        if values:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, arguments)

    def __str__(self):
        shown, positional, star = [], False, True
        for parameter in self.parameters.values():
            if parameter.kind == 0:
                positional = True
            elif positional:
                shown.append("/")
                positional = False
            if parameter.kind == 2:
                star = False
            elif parameter.kind == 3 and star:
                shown.append("*")
                star = False
            shown.append(str(parameter))
        if positional:
            shown.append("/")
        result = "" if self.return_annotation is _Nothing else f" -> {formatannotation(self.return_annotation)}"
        return f"({', '.join(shown)}){result}"

    def __repr__(self):
        return f"<Signature {self}>"

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (list(self.parameters.values()), self.return_annotation) == (
            list(other.parameters.values()), other.return_annotation)


Parameter.empty.__name__ = Parameter.empty.__qualname__ = "_empty"


def _of_function(function):
    code, hints = function.__code__, function.__annotations__
    names = code.co_varnames
    count, keywords = code.co_argcount, code.co_kwonlyargcount
    defaults = function.__defaults__ or ()
    parameters = []

    def add(name, kind, default=_Nothing):
        parameters.append(Parameter(name, kind, default=default, annotation=hints.get(name, _Nothing)))

    for place, name in enumerate(names[:count]):
        late = place - (count - len(defaults))
        add(name, _KINDS[place >= code.co_posonlyargcount], defaults[late] if late >= 0 else _Nothing)
    place = count + keywords
    if code.co_flags & CO_VARARGS:
        add(names[place], _KINDS[2])
        place += 1
    for name in names[count:count + keywords]:
        add(name, _KINDS[3], (function.__kwdefaults__ or {}).get(name, _Nothing))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[place], _KINDS[4])
    return Signature(parameters, return_annotation=hints.get("return", _Nothing))


def _without_first(found):
    parameters = list(found.parameters.values())
    if parameters and parameters[0].kind < 2:
        parameters.pop(0)
    return found.replace(parameters=parameters)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    from functools import partial
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda each: hasattr(each, "__signature__"))
    if getattr(obj, "__signature__", None) is not None:
        return obj.__signature__
    if isfunction(obj):
        return _of_function(obj)
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    if isinstance(obj, partial):
        found = signature(obj.func)
        taken = found.bind_partial(*obj.args).arguments
        parameters, only = [], False
        for name, parameter in found.parameters.items():
            if name in taken and parameter.kind < 2:
                continue
            if name in obj.keywords:
                parameter, only = parameter.replace(default=obj.keywords[name], kind=_KINDS[3]), True
            elif only and parameter.kind == 1:
                parameter = parameter.replace(kind=_KINDS[3])
            parameters.append(parameter)
        return found.replace(parameters=parameters)
    if isinstance(obj, type):
        for method in (getattr(obj, "__init__", None), getattr(obj, "__new__", None)):
            if isfunction(method):
                return _without_first(_of_function(method))
        if obj.__module__ != "builtins":
            return Signature()
    elif isfunction(getattr(type(obj), "__call__", None)):
        return _without_first(_of_function(type(obj).__call__))
    raise ValueError(f"no signature found for builtin {obj!r}")


def getfullargspec(func):
    from collections import namedtuple
    parameters = list(signature(func).parameters.values())
    kind = namedtuple("FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations")
    plain = [each for each in parameters if each.kind < 2]
    only = [each for each in parameters if each.kind == 3]
    star = [each.name for each in parameters if each.kind == 2] + [None]
    double = [each.name for each in parameters if each.kind == 4] + [None]
    defaults = tuple([each.default for each in plain if each.default is not _Nothing]) or None
    only_defaults = {each.name: each.default for each in only if each.default is not _Nothing} or None
    return kind([each.name for each in plain], star[0], double[0], defaults, [each.name for each in only], only_defaults,
                dict(func.__annotations__))


def currentframe():
    return None


def _refused(name):
    def function(*args, **keywords):
        raise OSError(f"inspect.{name}() is not in the playground: source text and frames are not shown to programs")

    return function


getsource, getsourcelines, getsourcefile, getfile, stack, trace = [
    _refused(_name) for _name in ("getsource", "getsourcelines", "getsourcefile", "getfile", "stack", "trace")]
