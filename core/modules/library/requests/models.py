# Response: what a request came to.
# Not for: sending (requests/sessions.py).
from _http import CaseInsensitiveDict, charset_of, text_of
from json import JSONDecodeError as _PlainDecodeError, loads as _loads
from requests.exceptions import HTTPError, JSONDecodeError


class Elapsed:
    # What requests has as a datetime.timedelta: the part of it that programs use.
    def __init__(self, microseconds):
        self.days, rest = divmod(microseconds, 86_400_000_000)
        self.seconds, self.microseconds = divmod(rest, 1_000_000)

    def total_seconds(self):
        return ((self.days * 86400 + self.seconds) * 10**6 + self.microseconds) / 10**6

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        shown = "%d:%02d:%02d" % (hours, minutes, seconds)
        return shown + (".%06d" % self.microseconds if self.microseconds else "")

    def __repr__(self):
        parts = [f"{name}={value}" for name, value in
                 (("days", self.days), ("seconds", self.seconds), ("microseconds", self.microseconds)) if value]
        return f"datetime.timedelta({', '.join(parts) or '0'})"


class Request:
    def __init__(self, method, url, headers, body):
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body

    def __repr__(self):
        return f"<PreparedRequest [{self.method}]>"


class Response:
    def __init__(self, outcome, request, elapsed_us):
        self.status_code, self.reason, self.url, headers, self.content = outcome
        self.headers = CaseInsensitiveDict(headers)
        self.request = request
        self.elapsed = Elapsed(elapsed_us)
        self.history = []
        self.cookies = {}
        self.encoding = self._encoding()

    def _encoding(self):
        content_type = self.headers.get("content-type", "")
        charset = charset_of(content_type)
        if charset is not None:
            return charset
        if "application/json" in content_type:
            return "utf-8"
        return "ISO-8859-1" if "text" in content_type else None

    @property
    def apparent_encoding(self):
        return "utf-8"

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def is_redirect(self):
        return "location" in self.headers and self.status_code in (301, 302, 303, 307, 308)

    @property
    def text(self):
        return text_of(self.content, (self.encoding or "utf-8").lower())

    def json(self, **kwargs):
        text = self.content.decode("utf-8", "replace")
        try:
            return _loads(text, **kwargs)
        except _PlainDecodeError as error:
            raise JSONDecodeError(error.msg, error.doc, error.pos) from error

    def raise_for_status(self):
        if 400 <= self.status_code < 500:
            kind = "Client"
        elif 500 <= self.status_code < 600:
            kind = "Server"
        else:
            return
        raise HTTPError(f"{self.status_code} {kind} Error: {self.reason} for url: {self.url}", response=self)

    def iter_content(self, chunk_size=1, decode_unicode=False):
        size = chunk_size or len(self.content) or 1
        for begin in range(0, len(self.content), size):
            yield self.content[begin:begin + size]

    def iter_lines(self, chunk_size=512, decode_unicode=False):
        for line in self.content.splitlines():
            yield text_of(line, "utf-8") if decode_unicode else line

    def close(self):
        pass

    def __bool__(self):
        return self.ok

    def __iter__(self):
        return self.iter_content(128)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __repr__(self):
        return f"<Response [{self.status_code}]>"
