"""A small client of the JSON API: one connection, one identity, no retries behind one's back."""

import http.client
import json
import time
import urllib.parse

PASSWORD = "a long enough password"


class Reply:
    def __init__(self, response, data):
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.data = data

    @property
    def type(self):
        return self.headers.get("content-type", "").split(";")[0]

    def json(self):
        return json.loads(self.data)

    def expect(self, *statuses):
        assert self.status in statuses, f"{self.status} instead of {statuses}: {self.data[:600]!r}"
        return self.json() if self.data and "json" in self.type else None


class Client:
    """Speaks as a visitor, with a cookie once signed in, or with a bearer token."""

    def __init__(self, url, token=None):
        self.url = url
        self.host = urllib.parse.urlsplit(url).netloc
        self.token = token
        self.cookies = {}
        self.connection = None

    def send(self, method, path, body=None, headers=None, waits=20):
        """One request. What the server asks to be sent later (429) is sent later, at most so many times."""
        headers = dict(headers or {})
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
            headers.setdefault("Content-Type", "application/json")
        if self.token:
            headers.setdefault("Authorization", f"Bearer {self.token}")
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        for _ in range(waits):
            reply = self.send_once(method, path, body, headers)
            if reply.status != 429:
                break
            time.sleep(float(reply.headers.get("retry-after", "1")))
        return reply

    def send_once(self, method, path, body, headers):
        if self.connection is None:
            self.connection = http.client.HTTPConnection(self.host, timeout=120)
        try:
            self.connection.request(method, path, body=body, headers=headers)
            response = self.connection.getresponse()
            reply = Reply(response, response.read())
        except (OSError, http.client.HTTPException):
            self.close()
            raise
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        if response.headers.get("Connection", "").lower() == "close":
            self.close()
        return reply

    def close(self):
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def get(self, path, **headers):
        return self.send("GET", path, headers=headers)

    def post(self, path, body, key=None):
        return self.send("POST", path, body, {"Idempotency-Key": key} if key else None)

    # Coming in

    def csrf(self):
        return self.get("/api/v1/session").expect(200)["csrf"]

    def take_link(self, link, name, login):
        """Opens an invitation or the founder's link, joins where asked, and takes a token for what follows."""
        path = urllib.parse.urlsplit(link).path
        reply = self.get(path)
        if reply.status == 200:
            form = {"name": name, "login": login, "password": PASSWORD, "about": "", "csrf": self.csrf()}
            reply = self.form(path, form)
        assert reply.status in (302, 303), f"{path} answered {reply.status}: {reply.data[:600]!r}"
        secret = self.post("/api/v1/tokens", {"name": "tests"}).expect(201)["secret"]
        self.token = secret
        self.cookies = {}
        return self

    def form(self, path, fields, **headers):
        body = urllib.parse.urlencode(fields).encode()
        return self.send("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded", **headers})

    def invite(self, role):
        return self.post("/api/v1/invitations", {"role": role}).expect(201)["link"]

    # Teaching

    def teach(self, text, key=None, **more):
        return self.post("/api/v1/lessons", {"text": text, **more}, key)

    def teach_surely(self, text):
        """Teaches a sentence and confirms its first reading where asked; returns the result that was recorded."""
        result = self.teach(text).expect(200, 201)["results"][0]
        if result["outcome"] in ("confirm", "choose"):
            meant = result["readings"][0]["paraphrase"]
            result = self.teach(text, reading=meant).expect(201)["results"][0]
        assert result["outcome"] == "recorded", f"{text!r}: {result}"
        return result

    def lessons(self, **query):
        """All lessons that the query asks for, page by page."""
        after = None
        while True:
            page = self.get("/api/v1/lessons?" + urllib.parse.urlencode({"limit": 200, **query, **({"after": after} if after else {})}))
            told = page.expect(200)
            yield from told["lessons"]
            after = told.get("next")
            if not after:
                return

    def digest(self):
        return self.get("/api/v1/mind/digest").expect(200)


def enter(place, name="Ana Ribeiro", login="ana"):
    """The founder of a new village, with a token."""
    return Client(place.url).take_link(place.founder_link, name, login)


def new_name(random):
    """A word that no one has taught and that resembles no other: nine syllables, so that two a letter apart, which are asked about, are not met by chance."""
    return "".join(random.choice("bdfgklmnprtvz") + random.choice("aeiou") for _ in range(9))
