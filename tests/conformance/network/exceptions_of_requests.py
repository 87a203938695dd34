# The tree of requests' exceptions: all are OSErrors, some are ValueErrors or JSON errors, too.
import json
import requests
from requests.exceptions import ConnectTimeout, InvalidSchema, JSONDecodeError, MissingSchema

print(requests.RequestException.__bases__, issubclass(requests.ConnectionError, IOError))
print([issubclass(MissingSchema, base) for base in (OSError, ValueError, requests.RequestException)])
print([base.__name__ for base in ConnectTimeout.__mro__])
print(issubclass(JSONDecodeError, json.JSONDecodeError), issubclass(JSONDecodeError, OSError))
for url in ("example.com", "ftp://example.com"):
    try:
        requests.get(url)
    except OSError as error:
        print(type(error).__name__, error)
try:
    raise requests.HTTPError("404 Client Error", response="the response")
except IOError as error:
    print(repr(error), error.response, error.errno, error.args)
error = JSONDecodeError("Expecting value", "<html>", 0)
print(error, error.pos, error.lineno, isinstance(error, ValueError))
