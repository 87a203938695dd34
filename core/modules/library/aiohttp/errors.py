# The exceptions of aiohttp's client, in its own tree.
# Not for: when they are raised (aiohttp/client.py).


class ClientError(Exception):
    pass


class ClientResponseError(ClientError):
    def __init__(self, request_info, history, *, code=None, status=None, message="", headers=None):
        self.request_info = request_info
        self.history = history
        self.status = status if status is not None else code or 0
        self.message = message
        self.headers = headers
        self.args = (request_info, history)

    def __str__(self):
        return f"{self.status}, message={self.message!r}, url={str(self.request_info.real_url)!r}"

    def __repr__(self):
        return f"{type(self).__name__}({self.request_info!r}, {self.history!r}, status={self.status!r}, message={self.message!r})"


class ContentTypeError(ClientResponseError):
    pass


class WSServerHandshakeError(ClientResponseError):
    pass


class TooManyRedirects(ClientResponseError):
    pass


class ClientConnectionError(ClientError):
    pass


class ClientOSError(ClientConnectionError, OSError):
    pass


class ClientConnectionResetError(ClientConnectionError, ConnectionResetError):
    pass


class ClientConnectorError(ClientOSError):
    def __init__(self, host, port, reason):
        self.host = host
        self.port = port
        self.ssl = True
        self._reason = reason
        self.args = (reason,)

    def __str__(self):
        return f"Cannot connect to host {self.host}:{self.port} ssl:default [{self._reason}]"


class ClientConnectorDNSError(ClientConnectorError):
    pass


class ServerConnectionError(ClientConnectionError):
    pass


class ServerDisconnectedError(ServerConnectionError):
    pass


class ServerTimeoutError(ServerConnectionError, TimeoutError):
    pass


class ConnectionTimeoutError(ServerTimeoutError):
    pass


class SocketTimeoutError(ServerTimeoutError):
    pass


class ClientPayloadError(ClientError):
    pass


class InvalidURL(ClientError, ValueError):
    def __init__(self, url, description=None):
        self.url = url
        self.description = description
        self.args = (url,) if description is None else (url, description)

    def __str__(self):
        return str(self.url) if self.description is None else f"{self.url} - {self.description}"


class InvalidUrlClientError(InvalidURL):
    pass


class NonHttpUrlClientError(InvalidUrlClientError):
    pass
