import requests, time

begin = time.perf_counter()
response = requests.get("https://httpbin.org/get", params={"q": "noodle soup", "n": [1, 2]})
print(response.status_code, response.ok, response.reason, response.url)
print(response.headers["content-type"], response.json()["args"])
print(response)

response = requests.post("https://httpbin.org/post", json={"name": "민수", "n": 1}, headers={"X-Token": "abc"})
body = response.json()
print(body["json"], body["headers"]["X-Token"], body["headers"]["Content-Type"])
print(requests.post("https://httpbin.org/post", data={"a": 1, "b": "x y"}).json()["form"])
print(requests.put("https://httpbin.org/put", data="text").json()["data"])

with requests.Session() as session:
    session.headers["User-Agent"] = "lesson/1.0"
    print(session.get("https://httpbin.org/user-agent").text.strip())
    todo = session.get("https://jsonplaceholder.typicode.com/todos/1").json()
    print(todo["title"], todo["completed"])

first = requests.get("https://httpbin.org/bytes/4?seed=7").content
print(len(first), first == requests.get("https://httpbin.org/bytes/4?seed=7").content)
slow = requests.get("https://httpbin.org/delay/2")
print(2.2 < slow.elapsed.total_seconds() < 2.8)
print(4 < time.perf_counter() - begin < 8)
