# logging: loggers in a tree, handlers, formats.
# Not for: files and sockets, which the playground does not have.
import sys
import time
from _report import format_exception as _format_exception, position as _position
from string import Template as _Template

CRITICAL, ERROR, WARNING, INFO, DEBUG, NOTSET = 50, 40, 30, 20, 10, 0
FATAL, WARN = CRITICAL, WARNING
BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"
raiseExceptions = True
_start = time.time()
_names = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
_levels = {"CRITICAL": 50, "FATAL": 50, "ERROR": 40, "WARN": 30, "WARNING": 30, "INFO": 20, "DEBUG": 10, "NOTSET": 0}


def getLevelName(level):
    found = _names.get(level, _levels.get(level) if isinstance(level, str) else None)
    return f"Level {level}" if found is None else found


def getLevelNamesMapping():
    return dict(_levels)


def addLevelName(level, levelName):
    _names[level] = levelName
    _levels[levelName] = level


def _level(level):
    if isinstance(level, int):
        return level
    if not isinstance(level, str):
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    if level not in _levels:
        raise ValueError(f"Unknown level: {level!r}")
    return _levels[level]


def _task_name():
    asyncio = sys.modules.get("asyncio")
    try:
        return asyncio.current_task().get_name() if asyncio is not None else None
    except Exception:
        return None


class LogRecord:
    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **keywords):
        now = time.time()
        self.name, self.msg = name, msg
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        self.args = args
        self.levelname, self.levelno = getLevelName(level), level
        self.pathname = pathname
        self.filename = pathname.rpartition("/")[2]
        self.module = self.filename.rpartition(".")[0] or self.filename
        self.exc_info, self.exc_text, self.stack_info = exc_info, None, sinfo
        self.lineno, self.funcName = lineno, func
        self.created = now
        self.msecs = int((now - int(now)) * 1000) + 0.0
        self.relativeCreated = (now - _start) * 1000
        threading = sys.modules.get("threading")
        self.threadName = threading.current_thread().name if threading is not None else "MainThread"
        self.thread = threading.get_ident() if threading is not None else 1
        self.processName, self.process = "MainProcess", 1
        self.taskName = _task_name()

    def getMessage(self):
        message = str(self.msg)
        return message % self.args if self.args else message

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'


class Formatter:
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"
    converter = staticmethod(time.localtime)

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        if style not in ("%", "{", "$"):
            raise ValueError("Style must be one of: %,{,$")
        plain = {"%": "%(message)s", "{": "{message}", "$": "${message}"}[style]
        self._fmt = fmt or plain
        self._style, self.datefmt, self._defaults = style, datefmt, defaults or {}
        marks = {"%": "%(", "{": "{", "$": "$"}[style]
        if validate and marks not in self._fmt:
            what = {"%": f"Invalid format '{self._fmt}' for '%' style", "{": "invalid format: no fields",
                    "$": "invalid format: no fields"}[style]
            raise ValueError(what)

    def usesTime(self):
        mark = {"%": "%(asctime)", "{": "{asctime", "$": "asctime"}[self._style]
        return mark in self._fmt

    def formatTime(self, record, datefmt=None):
        moment = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, moment)
        text = time.strftime(self.default_time_format, moment)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        text = _format_exception(ei[1]) if ei[1] is not None else "NoneType: None\n"
        return text.removesuffix("\n")

    def formatStack(self, stack_info):
        return stack_info

    def formatMessage(self, record):
        values = {**self._defaults, **record.__dict__}
        try:
            if self._style == "%":
                return self._fmt % values
            if self._style == "{":
                return self._fmt.format(**values)
            return _Template(self._fmt).substitute(**values)
        except KeyError as error:
            raise ValueError(f"Formatting field not found in record: {error}") from None

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        for more in (record.exc_text, record.stack_info and self.formatStack(record.stack_info)):
            if more:
                text += more if text.endswith("\n") else "\n" + more
        return text


class Filter:
    def __init__(self, name=""):
        self.name = name

    def filter(self, record):
        return not self.name or record.name == self.name or record.name.startswith(self.name + ".")


class Filterer:
    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        for each in self.filters:
            answer = each.filter(record) if hasattr(each, "filter") else each(record)
            if not answer:
                return False
            if isinstance(answer, LogRecord):
                record = answer
        return record


class Handler(Filterer):
    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self.level = _level(level)
        self.name = self.formatter = None

    def setLevel(self, level):
        self.level = _level(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def get_name(self):
        return self.name

    def set_name(self, name):
        self.name = name

    def format(self, record):
        return (self.formatter or _default_formatter).format(record)

    def handle(self, record):
        record = self.filter(record)
        if record:
            self.emit(record)
        return record

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handleError(self, record):
        if raiseExceptions:
            sys.stderr.write("--- Logging error ---\n" + _format_exception(sys.exception())
                             + f"Message: {record.msg!r}\nArguments: {record.args}\n")

    def acquire(self):
        pass

    release = createLock = flush = close = acquire

    def __repr__(self):
        return f"<{type(self).__name__} ({getLevelName(self.level)})>"


class StreamHandler(Handler):
    terminator = "\n"

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = sys.stderr if stream is None else stream

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def flush(self):
        if hasattr(self.stream, "flush"):
            self.stream.flush()

    def setStream(self, stream):
        before, self.stream = self.stream, stream
        return None if before is stream else before

    def __repr__(self):
        name = str(getattr(self.stream, "name", ""))
        return f"<{type(self).__name__} {name + ' ' if name else ''}({getLevelName(self.level)})>"


class NullHandler(Handler):
    def handle(self, record):
        pass

    emit = handle


class FileHandler(StreamHandler):
    def __init__(self, filename, *args, **keywords):
        raise OSError(f"logging to a file is not in the playground: there are no files ({filename!r})")


class _LastResort(StreamHandler):
    def __init__(self, level):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return sys.stderr


_default_formatter = Formatter()
lastResort = _LastResort(WARNING)


class Logger(Filterer):
    def __init__(self, name, level=NOTSET):
        Filterer.__init__(self)
        self.name, self.level = name, _level(level)
        self.parent = None
        self.propagate, self.disabled = True, False
        self.handlers = []

    def setLevel(self, level):
        self.level = _level(level)

    def debug(self, msg, *args, **keywords):
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **keywords)

    def info(self, msg, *args, **keywords):
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **keywords)

    def warning(self, msg, *args, **keywords):
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **keywords)

    warn = warning

    def error(self, msg, *args, **keywords):
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **keywords)

    def exception(self, msg, *args, exc_info=True, **keywords):
        self.error(msg, *args, exc_info=exc_info, **keywords)

    def critical(self, msg, *args, **keywords):
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **keywords)

    fatal = critical

    def log(self, level, msg, *args, **keywords):
        if not isinstance(level, int):
            raise TypeError("level must be an integer")
        if self.isEnabledFor(level):
            self._log(level, msg, args, **keywords)

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        file, function, line = _position()
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = type(exc_info), exc_info, exc_info.__traceback__
            elif not isinstance(exc_info, tuple):
                exc_info = sys.exc_info()
        stack = f'Stack (most recent call last):\n  File "{file}", line {line}, in {function}' if stack_info else None
        self.handle(self.makeRecord(self.name, level, file, line, msg, args, exc_info, function, extra, stack))

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        record = _record_factory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        for key, value in (extra or {}).items():
            if key in ("message", "asctime") or key in record.__dict__:
                raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
            record.__dict__[key] = value
        return record

    def handle(self, record):
        if self.disabled:
            return
        record = self.filter(record)
        if record:
            self.callHandlers(record)

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        logger = self
        while logger is not None:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def callHandlers(self, record):
        logger, found = self, False
        while logger is not None:
            for handler in logger.handlers:
                found = True
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if not found and lastResort is not None and record.levelno >= lastResort.level:
            lastResort.handle(record)

    def getEffectiveLevel(self):
        logger = self
        while logger is not None:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        return not self.disabled and level > manager.disable and level >= self.getEffectiveLevel()

    def getChild(self, suffix):
        return getLogger(suffix if self is root else f"{self.name}.{suffix}")

    def getChildren(self):
        return {each for each in manager.loggerDict.values() if each.parent is self}

    def __repr__(self):
        return f"<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"


class RootLogger(Logger):
    def __init__(self, level):
        Logger.__init__(self, "root", level)


class Manager:
    def __init__(self, root):
        self.root, self.disable, self.loggerDict = root, 0, {}
        self.loggerClass = Logger

    def getLogger(self, name):
        if not isinstance(name, str):
            raise TypeError("A logger name must be a string")
        if name not in self.loggerDict:
            self.loggerDict[name] = logger = self.loggerClass(name)
            logger.manager = self
            for each in self.loggerDict.values():
                each.parent = self._parent(each.name)
        return self.loggerDict[name]

    def _parent(self, name):
        while "." in name:
            name = name.rpartition(".")[0]
            if name in self.loggerDict:
                return self.loggerDict[name]
        return self.root


root = RootLogger(WARNING)
manager = Logger.manager = Manager(root)
Logger.root = root
_record_factory = LogRecord


def getLogger(name=None):
    return root if not name or name == "root" else manager.getLogger(name)


def getLoggerClass():
    return manager.loggerClass


def setLoggerClass(klass):
    manager.loggerClass = klass


def getLogRecordFactory():
    return _record_factory


def setLogRecordFactory(factory):
    global _record_factory
    _record_factory = factory


def makeLogRecord(dict):
    record = LogRecord(None, 0, "", 0, "", (), None)
    record.__dict__.update(dict)
    return record


class LoggerAdapter:
    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger, self.extra, self.merge_extra = logger, extra, merge_extra

    def process(self, msg, kwargs):
        if self.merge_extra and kwargs.get("extra") is not None:
            kwargs["extra"] = {**self.extra, **kwargs["extra"]}
        else:
            kwargs["extra"] = self.extra
        return msg, kwargs

    def log(self, level, msg, *args, **keywords):
        if self.logger.isEnabledFor(level):
            msg, keywords = self.process(msg, keywords)
            self.logger.log(level, msg, *args, **keywords)

    def debug(self, msg, *args, **keywords):
        self.log(DEBUG, msg, *args, **keywords)

    def info(self, msg, *args, **keywords):
        self.log(INFO, msg, *args, **keywords)

    def warning(self, msg, *args, **keywords):
        self.log(WARNING, msg, *args, **keywords)

    def error(self, msg, *args, **keywords):
        self.log(ERROR, msg, *args, **keywords)

    def exception(self, msg, *args, exc_info=True, **keywords):
        self.log(ERROR, msg, *args, exc_info=exc_info, **keywords)

    def critical(self, msg, *args, **keywords):
        self.log(CRITICAL, msg, *args, **keywords)

    def __getattr__(self, name):
        return getattr(self.logger, name)


def basicConfig(**keywords):
    force = keywords.pop("force", False)
    if force:
        root.handlers.clear()
    if root.handlers:
        return
    handlers, stream, filename = [keywords.pop(name, None) for name in ("handlers", "stream", "filename")]
    if handlers is None and stream is not None and filename is not None:
        raise ValueError("'stream' and 'filename' should not be specified together")
    if handlers is not None and (stream is not None or filename is not None):
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    if handlers is None:
        handlers = [FileHandler(filename) if filename is not None else StreamHandler(stream)]
    for name in ("filemode", "encoding", "errors"):
        keywords.pop(name, None)
    datefmt, style = keywords.pop("datefmt", None), keywords.pop("style", "%")
    if style not in ("%", "{", "$"):
        raise ValueError("Style must be one of: %,{,$")
    plain = {"%": BASIC_FORMAT, "{": "{levelname}:{name}:{message}", "$": "${levelname}:${name}:${message}"}[style]
    formatter = Formatter(keywords.pop("format", plain), datefmt, style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    level = keywords.pop("level", None)
    if level is not None:
        root.setLevel(level)
    if keywords:
        raise ValueError(f"Unrecognised argument(s): {', '.join(keywords)}")


def _rooted(name):
    def function(msg, *args, **keywords):
        if not root.handlers:
            basicConfig()
        getattr(root, name)(msg, *args, **keywords)

    function.__name__ = function.__qualname__ = name
    return function


debug, info, warning, error, critical, exception, log = [
    _rooted(name) for name in ("debug", "info", "warning", "error", "critical", "exception", "log")]
warn, fatal = warning, critical


def disable(level=CRITICAL):
    manager.disable = _level(level)


def captureWarnings(capture):
    raise NotImplementedError("logging.captureWarnings() is not in the playground: warnings stay on stderr")


def shutdown(handlerList=()):
    pass
