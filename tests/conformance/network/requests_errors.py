import requests

for status in (404, 503):
    response = requests.get(f"https://httpbin.org/status/{status}")
    print(response.status_code, response.ok, bool(response))
    try:
        response.raise_for_status()
    except requests.HTTPError as error:
        print(error, error.response.status_code)

for url in ("naver.com", "ftp://naver.com", "https://", "https://nowhere.invalid/a?b", "http://localhost:8000"):
    try:
        requests.get(url)
    except requests.exceptions.RequestException as error:
        print(type(error).__name__, isinstance(error, ValueError), str(error).partition(" (")[0])

try:
    requests.get("https://httpbin.org/delay/5", timeout=1)
except requests.Timeout as error:
    print(type(error).__name__, error)

try:
    requests.get("https://example.com").json()
except requests.exceptions.JSONDecodeError as error:
    print("no JSON:", error)

requests.get("https://httpbin.org/status/500").raise_for_status()
