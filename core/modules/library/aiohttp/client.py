# ClientSession: awaited requests over the run's network, with a limit of connections and of time.
# Not for: what is answered (aiohttp/response.py).
from _http import CaseInsensitiveDict, blocking_twin, close_pool, encoded_body, new_pool, send, start, with_params
from _asyncio import get_running_loop
from asyncio.timeouts import timeout as _time_limit
from aiohttp.errors import (
    ClientConnectorDNSError, ClientConnectorError, ClientOSError, InvalidUrlClientError, NonHttpUrlClientError,
    SocketTimeoutError, TooManyRedirects)
from aiohttp.response import URL, ClientResponse, RequestInfo


class ClientTimeout:
    def __init__(self, total=None, connect=None, sock_read=None, sock_connect=None, ceil_threshold=5):
        self.total = total
        self.connect = connect
        self.sock_read = sock_read
        self.sock_connect = sock_connect
        self.ceil_threshold = ceil_threshold

    def __repr__(self):
        return (f"ClientTimeout(total={self.total!r}, connect={self.connect!r}, sock_read={self.sock_read!r}, "
                f"sock_connect={self.sock_connect!r}, ceil_threshold={self.ceil_threshold!r})")


_FIVE_MINUTES = ClientTimeout(total=300, sock_connect=30)


def _timeout_of(value, default):
    if value is ...:
        return default
    if value is None:
        return ClientTimeout()
    return value if isinstance(value, ClientTimeout) else ClientTimeout(total=value)


class BasicAuth:
    def __init__(self, login, password="", encoding="latin1"):
        self.login = login
        self.password = password

    def encode(self):
        from _base64 import basic_credentials
        return "Basic " + basic_credentials(self.login, self.password)


class BaseConnector:
    # Who wants a connection beyond the limits waits in line.
    def __init__(self, *, limit=100, limit_per_host=0, **settings):
        self._limit = limit
        self._limit_per_host = limit_per_host
        self._used = 0
        self._used_by_host = {}
        self._waiting = []
        self._pool = new_pool()
        self.closed = False

    @property
    def limit(self):
        return self._limit

    @property
    def limit_per_host(self):
        return self._limit_per_host

    def _has_room(self, host):
        if self._limit and self._used >= self._limit:
            return False
        return not self._limit_per_host or self._used_by_host.get(host, 0) < self._limit_per_host

    async def _acquire(self, host):
        while not self._has_room(host):
            turn = get_running_loop().create_future()
            self._waiting.append((host, turn))
            try:
                await turn
            except BaseException:
                self._waiting = [entry for entry in self._waiting if entry[1] is not turn]
                self._wake_next()
                raise
        self._used += 1
        self._used_by_host[host] = self._used_by_host.get(host, 0) + 1

    def _release(self, host):
        self._used -= 1
        self._used_by_host[host] -= 1
        self._wake_next()

    def _wake_next(self):
        for index, (host, turn) in enumerate(self._waiting):
            if self._has_room(host):
                del self._waiting[index]
                if not turn.done():
                    turn.set_result(None)
                    return
                return self._wake_next()

    async def close(self):
        if not self.closed:
            self.closed = True
            close_pool(self._pool)


class TCPConnector(BaseConnector):
    pass


class _RequestContext:
    # What session.get(...) gives: to be awaited, or for `async with`.
    def __init__(self, coroutine):
        self._coroutine = coroutine

    def __await__(self):
        return self._coroutine.__await__()

    async def __aenter__(self):
        self._response = await self._coroutine
        return await self._response.__aenter__()

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        await self._response.__aexit__(exc_type, exc_val, exc_tb)

    def send(self, value):
        return self._coroutine.send(value)

    def throw(self, *args):
        return self._coroutine.throw(*args)

    def close(self):
        return self._coroutine.close()


class ClientSession:
    def __init__(self, base_url=None, *, connector=None, headers=None, cookies=None, auth=None, timeout=...,
                 raise_for_status=False, json_serialize=None, connector_owner=True, **settings):
        self._loop = get_running_loop()
        self._base_url = None if base_url is None else str(base_url)
        self._connector = connector if connector is not None else TCPConnector()
        self._connector_owner = connector_owner
        self._headers = CaseInsensitiveDict({
            "Accept": "*/*", "Accept-Encoding": "gzip, deflate", "User-Agent": "Python/3.13 aiohttp/3.11.11"})
        self._headers.update(headers or {})
        self._cookies = dict(cookies or {})
        self._auth = auth
        self._timeout = _timeout_of(timeout, _FIVE_MINUTES)
        self._raise_for_status = raise_for_status
        self._json_serialize = json_serialize
        self._closed = False

    @property
    def closed(self):
        return self._closed

    @property
    def headers(self):
        return self._headers

    @property
    def connector(self):
        return self._connector

    @property
    def timeout(self):
        return self._timeout

    @property
    def loop(self):
        return self._loop

    async def close(self):
        if not self._closed:
            self._closed = True
            if self._connector_owner:
                await self._connector.close()

    def __del__(self):
        if not getattr(self, "_closed", True):
            self._loop.call_exception_handler({"client_session": self, "message": "Unclosed client session"})

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        await self.close()

    def __enter__(self):
        raise TypeError("Use async with instead")

    def __exit__(self, exc_type, exc_val, exc_tb):
        pass

    def request(self, method, url, **options):
        return _RequestContext(self._request(method, url, **options))

    def get(self, url, *, allow_redirects=True, **options):
        return _RequestContext(self._request("GET", url, **options))

    def options(self, url, *, allow_redirects=True, **options):
        return _RequestContext(self._request("OPTIONS", url, **options))

    def head(self, url, *, allow_redirects=False, **options):
        return _RequestContext(self._request("HEAD", url, **options))

    def post(self, url, *, data=None, **options):
        return _RequestContext(self._request("POST", url, data=data, **options))

    def put(self, url, *, data=None, **options):
        return _RequestContext(self._request("PUT", url, data=data, **options))

    def patch(self, url, *, data=None, **options):
        return _RequestContext(self._request("PATCH", url, data=data, **options))

    def delete(self, url, **options):
        return _RequestContext(self._request("DELETE", url, **options))

    def ws_connect(self, url, **options):
        raise NotImplementedError("aiohttp: ws_connect is not in the playground")

    async def _request(self, method, url, *, params=None, data=None, json=None, headers=None, cookies=None, auth=None,
                       timeout=..., raise_for_status=None, allow_redirects=True, max_redirects=10, ssl=True,
                       proxy=None, compress=None, chunked=None, expect100=False, read_until_eof=True,
                       trace_request_ctx=None, server_hostname=None, verify_ssl=None):
        if self._closed:
            raise RuntimeError("Session is closed")
        if data is not None and json is not None:
            raise ValueError("data and json parameters can not be used at the same time")
        url = self._full_url(url)
        all_headers = self._headers.copy()
        all_headers.update(headers or {})
        auth = auth or self._auth
        if auth is not None:
            all_headers["Authorization"] = auth.encode()
        all_cookies = {**self._cookies, **(cookies or {})}
        if all_cookies:
            all_headers["Cookie"] = "; ".join(f"{key}={value}" for key, value in all_cookies.items())
        body = encoded_body(data, json, all_headers)
        address = with_params(str(url), params)
        pairs = [(str(key), str(value)) for key, value in all_headers.items()]
        limits = _timeout_of(timeout, self._timeout)
        async with _time_limit(limits.total):
            outcome = await self._exchange(method.upper(), address, url, pairs, body, limits)
        if outcome[0] is None:
            self._raise_failure(outcome[1], outcome[2], url, method, all_headers)
        response = ClientResponse(outcome, method.upper(), all_headers)
        if self._raise_for_status if raise_for_status is None else raise_for_status:
            response.raise_for_status()
        return response

    def _full_url(self, url):
        text = str(url)
        if self._base_url is not None and "://" not in text:
            text = self._base_url.rstrip("/") + "/" + text.lstrip("/")
        scheme, found, rest = text.partition("://")
        if not found or not rest or rest[0] in "/?#":
            raise InvalidUrlClientError(text)
        if scheme.lower() not in ("http", "https"):
            raise NonHttpUrlClientError(text)
        return URL(text)

    async def _exchange(self, method, address, url, pairs, body, limits):
        connector = self._connector
        if blocking_twin:
            return send(method, address, pairs, body, connector._pool)
        await connector._acquire(url.host)
        try:
            if limits.sock_read is None:
                return await start(method, address, pairs, body, connector._pool)
            try:
                async with _time_limit(limits.sock_read):
                    return await start(method, address, pairs, body, connector._pool)
            except TimeoutError:
                raise SocketTimeoutError("Timeout on reading data from socket") from None
        finally:
            connector._release(url.host)

    def _raise_failure(self, kind, message, url, method, headers):
        if kind == "UnknownHost":
            raise ClientConnectorDNSError(url.host, url.port, "Name or service not known")
        if kind == "Refused":
            raise ClientConnectorError(url.host, url.port, f"Connect call failed ({url.host!r}, {url.port})")
        if kind == "BadUrl":
            raise InvalidUrlClientError(str(url), message)
        if message.startswith("Exceeded 30 redirects"):
            raise TooManyRedirects(RequestInfo(url, method, headers), (), status=302, message=message)
        raise ClientOSError(message)


class _OneRequest:
    # aiohttp.request(...): a session for one request.
    def __init__(self, method, url, options):
        self._make = lambda session: session.request(method, url, **options)

    async def __aenter__(self):
        self._session = ClientSession()
        try:
            self._response = await self._make(self._session)
        except BaseException:
            await self._session.close()
            raise
        return self._response

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        await self._session.close()


def request(method, url, **options):
    return _OneRequest(method, url, options)
