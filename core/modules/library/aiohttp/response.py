# ClientResponse and the URL that it shows.
# Not for: sending (aiohttp/client.py).
from _http import CaseInsensitiveDict, charset_of, text_of
from json import loads as _loads
from aiohttp.errors import ClientConnectionError, ClientResponseError, ContentTypeError


class URL:
    def __init__(self, text):
        self._text = str(text)
        scheme, _, rest = self._text.partition("://")
        rest = rest.partition("#")[0]
        rest, _, self.query_string = rest.partition("?")
        authority, slash, path = rest.partition("/")
        self.scheme = scheme
        self.host, _, port = authority.rpartition("@")[2].partition(":")
        self.port = int(port) if port else 443 if scheme == "https" else 80
        self.path = slash + path or "/"

    def __str__(self):
        return self._text

    def __repr__(self):
        return f"URL({self._text!r})"

    def __eq__(self, other):
        return isinstance(other, URL) and other._text == self._text

    def __hash__(self):
        return hash(self._text)


class RequestInfo:
    def __init__(self, url, method, headers):
        self.url = self.real_url = url
        self.method = method
        self.headers = headers


class StreamReader:
    # The body as a stream: all of it has come when the request is done.
    def __init__(self, body):
        self._body = body

    async def read(self, n=-1):
        if n < 0:
            n = len(self._body)
        piece, self._body = self._body[:n], self._body[n:]
        return piece

    async def readline(self):
        end = self._body.find(b"\n") + 1
        return await self.read(end or len(self._body))

    def at_eof(self):
        return not self._body

    async def iter_chunked(self, n):
        while self._body:
            yield await self.read(n)

    async def iter_any(self):
        if self._body:
            yield await self.read()

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line


class ClientResponse:
    def __init__(self, outcome, method, request_headers):
        self.status, self.reason, url, headers, self._body = outcome
        self.method = method
        self.url = self.real_url = URL(url)
        self.headers = CaseInsensitiveDict(headers)
        self.request_info = RequestInfo(self.url, method, request_headers)
        self.history = ()
        self.cookies = {}
        self.closed = False
        self.content = StreamReader(self._body)

    @property
    def ok(self):
        return self.status < 400

    @property
    def content_type(self):
        return self.headers.get("Content-Type", "application/octet-stream").partition(";")[0].strip().lower()

    @property
    def charset(self):
        return charset_of(self.headers.get("Content-Type"))

    @property
    def content_length(self):
        length = self.headers.get("Content-Length")
        return None if length is None else int(length)

    def get_encoding(self):
        return self.charset or "utf-8"

    async def read(self):
        if self.closed and self._body is None:
            raise ClientConnectionError("Connection closed")
        return self._body

    async def text(self, encoding=None, errors="strict"):
        return text_of(await self.read(), (encoding or self.get_encoding()).lower())

    async def json(self, *, encoding=None, loads=_loads, content_type="application/json"):
        if content_type:
            actual = self.content_type
            fits = actual == content_type or (content_type == "application/json" and actual.endswith("+json"))
            if not fits:
                raise ContentTypeError(
                    self.request_info, self.history, status=self.status, headers=self.headers,
                    message="Attempt to decode JSON with unexpected mimetype: " + self.headers.get("Content-Type", ""))
        text = (await self.text(encoding)).strip()
        return loads(text) if text else None

    def raise_for_status(self):
        if not self.ok:
            raise ClientResponseError(
                self.request_info, self.history, status=self.status, message=self.reason, headers=self.headers)

    def release(self):
        self.closed = True

    def close(self):
        self.closed = True

    async def wait_for_close(self):
        self.closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        self.release()

    def __repr__(self):
        return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{self.headers!r}\n"
