# logging.handlers: those that need no file and no socket.
# Not for: rotating files.
import logging


class QueueHandler(logging.Handler):
    def __init__(self, queue):
        logging.Handler.__init__(self)
        self.queue = queue
        self.listener = None

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        record.message = record.msg = self.format(record)
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        self.enqueue(self.prepare(record))


class MemoryHandler(logging.Handler):
    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        logging.Handler.__init__(self)
        self.capacity, self.flushLevel, self.target, self.buffer = capacity, flushLevel, target, []

    def emit(self, record):
        self.buffer.append(record)
        if len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel:
            self.flush()

    def flush(self):
        if self.target is not None:
            for record in self.buffer:
                self.target.handle(record)
            self.buffer.clear()


def __getattr__(name):
    if name.endswith("Handler"):
        raise AttributeError(f"logging.handlers.{name} is not in the playground: there are no files and no sockets")
    raise AttributeError(f"module 'logging.handlers' has no attribute {name!r}")
