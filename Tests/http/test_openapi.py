"""The API does what openapi.yaml says: Schemathesis reads the one and tries the other."""

import os
import pathlib
import re
import subprocess
import sys

import yaml

SETTINGS = pathlib.Path(__file__).with_name("schemathesis.toml")

# Signing in and out is throttled on purpose, and a key cannot sign out; tested in Swift.
LEFT_OUT = ["--exclude-path-regex", "/sessions?$"]

# How fast the tester makes up its requests says how busy the machine is, not how good the server is.
NOT_JUDGED = ["--suppress-health-check", "too_slow"]


def test_the_description_is_served_and_read(village, founder):
    reply = founder.get("/openapi.yaml")
    assert reply.status == 200
    description = yaml.safe_load(reply.data)
    assert description["openapi"].startswith("3.1")
    for path, item in description["paths"].items():
        for method, operation in item.items():
            if method in ("get", "post", "put", "patch", "delete"):
                assert operation.get("summary") or operation.get("description"), f"{method} {path} says nothing"
                assert operation["responses"], f"{method} {path} answers nothing"


def test_schemathesis_finds_nothing(village, founder, seed, tmp_path):
    founder.teach_surely("A banana is a fruit.")
    founder.teach_surely("The glycemic index of a banana is 51.")
    program = os.path.join(os.path.dirname(sys.executable), "schemathesis")
    arguments = [
        program, "--config-file", str(SETTINGS), "run", f"{village.url}/openapi.yaml",
        "--header", f"Authorization: Bearer {founder.token}",
        "--checks", "all", "--max-examples", os.environ.get("VILLAGE_EXAMPLES", "15"), "--seed", str(seed % 1_000_000),
        "--phases", "examples,coverage,fuzzing", "--workers", "1", "--rate-limit", "auto", "--request-timeout", "30",
        "--warnings", "off", *NOT_JUDGED, *LEFT_OUT,
    ]  # fmt: skip
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=900, check=False, cwd=tmp_path)
    told = re.sub(r"(\S{300})\S+", r"\1…", done.stdout + done.stderr)  # a long word is cut, so that what was sent can be read
    assert done.returncode == 0, told[-20_000:]
