# aiohttp: awaited requests over the run's network.
# Not for: servers and WebSockets.
from aiohttp.client import BaseConnector, BasicAuth, ClientSession, ClientTimeout, TCPConnector, request
from aiohttp.errors import (
    ClientConnectionError, ClientConnectionResetError, ClientConnectorDNSError, ClientConnectorError, ClientError,
    ClientOSError, ClientPayloadError, ClientResponseError, ConnectionTimeoutError, ContentTypeError, InvalidURL,
    InvalidUrlClientError, NonHttpUrlClientError, ServerConnectionError, ServerDisconnectedError,
    ServerTimeoutError, SocketTimeoutError, TooManyRedirects, WSServerHandshakeError)
from aiohttp.response import ClientResponse, RequestInfo, StreamReader

__version__ = "3.11.11"


def __getattr__(name):
    if name in ("web", "WSMsgType", "ClientWebSocketResponse", "FormData", "MultipartWriter"):
        raise NotImplementedError(f"aiohttp.{name} is not in the playground")
    raise AttributeError(f"module 'aiohttp' has no attribute '{name}'")
