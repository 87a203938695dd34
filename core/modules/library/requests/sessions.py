# Session: requests that share headers and kept connections; and the one request after another that a bare call is.
# Not for: what is answered (requests/models.py).
from _http import CaseInsensitiveDict, close_pool, encoded_body, new_pool, send, with_params
from requests.exceptions import ConnectionError, InvalidSchema, InvalidURL, MissingSchema, ReadTimeout, TooManyRedirects
from requests.models import Request, Response
from time import monotonic_ns

_DEFAULT_HEADERS = {
    "User-Agent": "python-requests/2.32.3",
    "Accept-Encoding": "gzip, deflate",
    "Accept": "*/*",
    "Connection": "keep-alive",
}


def _check_url(url):
    scheme, found, rest = url.partition("://")
    if not found:
        raise MissingSchema(
            f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?")
    if scheme.lower() not in ("http", "https"):
        raise InvalidSchema(f"No connection adapters were found for {url!r}")
    if not rest or rest[0] in "/?#":
        raise InvalidURL(f"Invalid URL {url!r}: No host supplied")


def _place_of(url):
    scheme, _, rest = url.partition("://")
    for stop in "/?#":
        rest = rest.partition(stop)[0]
    host, _, port = rest.rpartition("@")[2].partition(":")
    path = url.partition("://")[2][len(rest):] or "/"
    return host, port or ("443" if scheme.lower() == "https" else "80"), path


def _raise_failure(kind, message, url, request):
    if kind == "BadUrl":
        raise InvalidURL(message, request=request)
    if message.startswith("Exceeded 30 redirects"):
        raise TooManyRedirects("Exceeded 30 redirects.", request=request)
    host, port, path = _place_of(url)
    pool = "HTTPSConnectionPool" if url.lower().startswith("https") else "HTTPConnectionPool"
    raise ConnectionError(f"{pool}(host={host!r}, port={port}): Max retries exceeded with url: {path} ({message})",
                          request=request)


def _time_limit(timeout):
    # (connect, read) or one number for both; None: for ever.
    return timeout[1] if isinstance(timeout, tuple) else timeout


class Session:
    def __init__(self):
        self.headers = CaseInsensitiveDict(_DEFAULT_HEADERS)
        self.params = {}
        self.auth = None
        self.cookies = {}
        self.verify = True
        self._pool = new_pool()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        close_pool(self._pool)

    def mount(self, prefix, adapter):
        pass

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None,
                timeout=None, allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None,
                json=None):
        if isinstance(url, bytes):
            url = url.decode("utf-8")
        url = str(url)
        _check_url(url)
        all_headers = self.headers.copy()
        all_headers.update({key: value for key, value in (headers or {}).items() if value is not None})
        auth = auth or self.auth
        if auth is not None:
            from _base64 import basic_credentials
            all_headers["Authorization"] = "Basic " + basic_credentials(*auth)
        if cookies or self.cookies:
            merged = {**self.cookies, **(cookies or {})}
            all_headers["Cookie"] = "; ".join(f"{key}={value}" for key, value in merged.items())
        body = encoded_body(data, json, all_headers)
        url = with_params(with_params(url, self.params), params)
        request = Request(method.upper(), url, all_headers, body)
        pairs = [(str(key), str(value)) for key, value in all_headers.items()]
        read_limit = _time_limit(timeout)
        begin = monotonic_ns()
        outcome = send(request.method, url, pairs, body, self._pool, read_limit)
        elapsed_us = (monotonic_ns() - begin) // 1000
        if outcome[0] is None:
            kind, message = outcome[1:]
            if kind == "TimedOut":
                host, port, _ = _place_of(url)
                pool = "HTTPSConnectionPool" if url.lower().startswith("https") else "HTTPConnectionPool"
                raise ReadTimeout(f"{pool}(host={host!r}, port={port}): Read timed out. (read timeout={read_limit})",
                                  request=request)
            _raise_failure(kind, message, url, request)
        return Response(outcome, request, elapsed_us)

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def options(self, url, **kwargs):
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        return self.request("HEAD", url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request("POST", url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)
