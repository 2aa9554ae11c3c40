"""What means harm or makes no sense gets a clear refusal, at every endpoint of openapi.yaml and on the pages.

A refusal is a problem document (RFC 9457) with a 4xx status. Nothing makes the server fail (5xx), and nothing that was
sent comes back as markup.
"""

import http.client
import json
import socket
import urllib.parse

import pytest
import yaml

from client import Client

MARK = "x9q7"
SCRIPT = f"<script>alert('{MARK}')</script>"

# Bodies that are not what they say they are: always refused, with the status that tells why.
BROKEN = {
    "cut short": (b'{"text": "A banana', {400}),
    "not JSON": (b"text=A banana", {400}),
    "binary": (bytes(range(256)), {400}),
    "not UTF-8": (b'{"text": "caf\xe9"}', {400}),
    "deep arrays": (b'{"text": ' + b"[" * 20_000 + b"]" * 20_000 + b"}", {400}),
    "deep objects": (b'{"a":' * 5_000 + b"1" + b"}" * 5_000, {400}),
    "an array": (b"[1, 2, 3]", {400, 422}),
    "a number": (b"1e999", {400, 422}),
    "nothing": (b"", {400, 422}),
    "oversized": (b'{"text": "' + b"a" * 2_000_000 + b'"}', {413}),
}

# Texts that no reader could trust: always refused where a text is asked for.
UNSEEN = {"NUL": "A ban\0ana", "right-to-left override": "A \u202eananab", "bell": "A\x07", "isolate": "A \u2067b"}

# Texts that are only odd: taken or refused, never run, never a failure.
ODD = {
    "HTML": f"<img src=x onerror=alert('{MARK}')>",
    "script": SCRIPT,
    "attribute": f"\" onmouseover=\"alert('{MARK}')\" x=\"",
    "SQL": f"'; DROP TABLE entries; -- {MARK}",
    "template": "{{#turns}}{{{text}}}{{/turns}} ${7*7} #{7*7}",
    "a long word": "a" * 9_000,
    "many words": "a " * 4_900,
    "combining marks": "a" + "\u0301" * 3_000,
    "emoji": "👩‍👩‍👧‍👦" * 200,
    "a path": "../../../../etc/passwd",
    "quotes": "\"'“”«»" * 300,
    "digits": "9" * 9_000,
    "brackets": "(" * 4_000,
    "newlines": "\n" * 5_000 + "A banana is a fruit.",
    "format": "%s%n%x%p" * 100,
}

METHODS = ("get", "post", "put", "patch", "delete")


@pytest.fixture(scope="module")
def operations(founder):
    """Every operation of the description: method, path, whether it wants JSON, and its text fields."""
    description = yaml.safe_load(founder.get("/openapi.yaml").data)
    found = []
    for path, item in description["paths"].items():
        for method in METHODS:
            if method not in item or path == "/events":
                continue
            content = resolved(description, item[method].get("requestBody", {})).get("content", {})
            schema = resolved(description, content["application/json"]["schema"]) if "application/json" in content else None
            servers = item.get("servers") or description.get("servers") or [{"url": "/"}]
            found.append((method.upper(), servers[0]["url"].rstrip("/") + path, schema))
    assert len(found) > 20
    return description, found


def resolved(description, part):
    while "$ref" in part:
        target = description
        for step in part["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        part = target
    return part


def sample(description, schema, text):
    """A value of the schema with the text wherever a text may stand."""
    schema = resolved(description, schema)
    for choice in ("oneOf", "anyOf", "allOf"):
        if choice in schema:
            return sample(description, schema[choice][0], text)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        return {name: sample(description, inner, text) for name, inner in schema.get("properties", {}).items()}
    if kind == "array":
        return [sample(description, schema["items"], text)]
    if kind == "string":
        return text
    return {"integer": 1, "number": 1, "boolean": True}.get(kind)


def filled(path, text="nowhere"):
    """The path with the text for each of its parts."""
    parts = path.split("/")
    return "/".join(urllib.parse.quote(text, safe="") if part.startswith("{") else part for part in parts)


def check(reply, what):
    assert reply.status < 500, f"{what}: {reply.status} {reply.data[:300]!r}"
    assert reply.headers.get("x-content-type-options") == "nosniff", what
    if reply.status >= 400:
        assert reply.type == "application/problem+json", f"{what}: {reply.status} as {reply.type}"
        problem = reply.json()
        assert problem["status"] == reply.status and problem["title"] and problem["type"], f"{what}: {problem}"
    return reply


def test_broken_bodies_are_refused_everywhere(founder, operations):
    _, found = operations
    for method, path, schema in found:
        if schema is None:
            continue
        for name, (body, statuses) in BROKEN.items():
            what = f"{method} {path}, {name}"
            try:
                reply = check(founder.send(method, filled(path), body, {"Content-Type": "application/json"}), what)
            except (OSError, http.client.HTTPException):
                # A server may hang up on a body that it refused before it was all sent.
                assert name == "oversized", what
                continue
            # Who asks for a thing that is not there may be told that first.
            assert reply.status in statuses | ({404} if "{" in path else set()), f"{what}: {reply.status} {reply.data[:300]!r}"


def test_other_kinds_of_content_are_refused(founder, operations):
    _, found = operations
    for method, path, schema in found:
        if schema is None:
            continue
        for kind in ("text/plain", "application/xml", "multipart/form-data", "application/x-www-form-urlencoded", "no/such; charset=\xff"):
            reply = check(founder.send(method, filled(path), b"<a/>", {"Content-Type": kind}), f"{method} {path} as {kind}")
            assert reply.status in (400, 404, 415, 422), f"{method} {path} as {kind}: {reply.status}"


@pytest.mark.parametrize("name", UNSEEN)
def test_characters_that_deceive_are_refused(founder, operations, name):
    description, found = operations
    for method, path, schema in found:
        if schema is None:
            continue
        body = sample(description, schema, UNSEEN[name])
        reply = check(founder.send(method, filled(path), body), f"{method} {path}, {name}")
        assert 400 <= reply.status < 500, f"{method} {path} took {body}: {reply.status}"


@pytest.mark.parametrize("name", ODD)
def test_odd_texts_never_make_it_fail(founder, operations, name):
    description, found = operations
    for method, path, schema in found:
        if schema is not None:
            check(founder.send(method, filled(path), sample(description, schema, ODD[name])), f"{method} {path}, {name}")


ADDRESSES = {
    "a path": "../../etc/passwd",
    "NUL": "a\0b",
    "right-to-left override": "\u202eb",
    "script": SCRIPT,
    "percent": "%",
    "long": "a" * 5_000,
    "SQL": "'; DROP TABLE entries",
    "combining marks": "\u0301" * 500,
}


@pytest.mark.parametrize("name", ADDRESSES)
def test_odd_addresses_and_queries_are_refused_or_not_found(village, founder, operations, name):
    text = ADDRESSES[name]
    _, found = operations
    visitor = Client(village.url)
    for method, path, _ in found:
        if "{" in path and method != "POST":
            reply = check(founder.send(method, filled(path, text)), f"{method} {path} with {name}")
            assert reply.status != 200 or method == "GET", f"{method} {path} with {name} did something"
        if method == "GET" and "{" not in path:
            query = urllib.parse.urlencode({field: text for field in ("q", "after", "limit", "before", "author", "since", "kind", "status")})
            check(founder.send(method, f"{path}?{query}"), f"GET {path}?… with {name}")
    for path in ("/talk?q=", "/knowledge?q=", "/knowledge/", "/lessons/", "/people/", "/disagreements/", "/history?text=", "/invitations/"):
        for client in (founder, visitor):
            reply = client.get(path + urllib.parse.quote(text, safe=""), Accept="text/html")
            assert reply.status < 500, f"{path}: {reply.status}"
            # A program is answered in JSON, where text needs no escaping; browsers are told not to guess.
            assert reply.type == "application/problem+json" or SCRIPT.encode() not in reply.data, f"{path} gave the script back"


def test_pages_show_markup_as_text(village, founder):
    for text in (ODD["HTML"], SCRIPT, ODD["attribute"]):
        founder.teach(f"A thing called {text} is a fruit.").expect(200, 201)
        founder.post("/api/v1/questions", {"text": f"What is {text}?"}).expect(200, 201)
    cookies = Client(village.url)
    cookies.token = founder.token
    for path in ("/", "/talk", "/teach", "/knowledge", "/questions", "/people", "/history"):
        reply = cookies.get(path, Accept="text/html")
        assert reply.status == 200, f"{path}: {reply.status}"
        page = reply.data.decode()
        assert SCRIPT not in page and "<img src=x" not in page and 'onmouseover="alert' not in page, f"{path} gave markup back"


def test_forms_refuse_what_is_broken(village):
    visitor = Client(village.url)
    csrf = visitor.csrf()
    long, unseen = {"csrf": csrf, "text": "a" * 200_000}, {"csrf": csrf, "text": "What is \0?"}
    assert visitor.form("/turns", {"csrf": "wrong", "text": "What is a banana?"}).status == 403
    assert visitor.form("/turns", {"csrf": csrf, "text": "What is a banana?"}, Origin="https://elsewhere.example").status == 403
    assert visitor.form("/turns", long).status == 413
    assert visitor.form("/turns", unseen).status == 422
    assert visitor.form("/lessons", {"csrf": csrf, "text": "A banana is a fruit."}).status in (303, 401, 403)
    raw = visitor.send("POST", "/turns", b"csrf=%ff%fe&text=%e9", {"Content-Type": "application/x-www-form-urlencoded"})
    assert 400 <= raw.status < 500


def test_a_request_that_is_no_http_does_not_stop_the_others(village, founder):
    host, port = village.url.removeprefix("http://").split(":")
    for junk in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GET\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
                 b"POST /api/v1/lessons HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzzzz\r\n", b"\0" * 4096,
                 b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n"):  # fmt: skip
        with socket.create_connection((host, int(port)), timeout=10) as line:
            line.sendall(junk)
            line.shutdown(socket.SHUT_WR)
            try:
                answer = line.recv(200)
            except OSError:
                answer = b""
            assert not answer.startswith(b"HTTP/1.1 5"), answer
    assert founder.get("/healthz").status == 200


def test_a_request_that_cannot_be_read_is_told_why(founder):
    long = check(founder.send("DELETE", "/api/v1/lessons/nowhere?rule=" + "a" * 100_000), "an address of 100,000 bytes")
    assert long.status == 400 and long.json()["type"].endswith(":address-too-long") and "KiB" in long.json()["detail"]
    host, port = founder.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n")
        answer = b"".join(iter(lambda: line.recv(4096), b"")).decode()
    head, _, body = answer.partition("\r\n\r\n")
    assert head.startswith("HTTP/1.1 400 ") and "application/problem+json" in head, answer
    assert json.loads(body)["title"] and "instance" not in json.loads(body), answer


def test_limits_of_a_text_are_told_with_the_field(founder):
    reply = founder.post("/api/v1/lessons", {"text": "word " * 4_000})
    assert reply.status in (413, 422)
    problem = json.loads(reply.data)
    assert "text" in problem["detail"] or reply.status == 413
    assert problem["hint"]
