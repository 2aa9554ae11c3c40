"""Starts the real server for a test and ends it: what the HTTP and the browser tests share.

The program is `.build/debug/village`; VILLAGE_BINARY names another.
"""

import contextlib
import json
import os
import pathlib
import signal
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("VILLAGE_BINARY", str(ROOT / ".build/debug/village"))


class Village:
    """A village on disk, and the process that serves it (there may be many, one after the other)."""

    def __init__(self, data, command="serve", options=()):
        self.data = pathlib.Path(data)
        self.command = command
        self.options = list(options)
        self.process = None
        self.url = None
        self.founder_link = None

    def start(self, timeout=30):
        """Starts the server and waits until it answers. The founder's link comes with the first start only."""
        ready = self.data.parent / f"{self.data.name}.ready.json"
        ready.unlink(missing_ok=True)
        arguments = [BINARY, self.command, "--data", str(self.data), "--port", "0", "--ready-file", str(ready), *self.options]
        self.log = open(self.data.parent / f"{self.data.name}.log", "ab")
        self.process = subprocess.Popen(arguments, stdout=self.log, stderr=self.log)
        deadline = time.monotonic() + timeout
        while not ready.exists():
            if self.process.poll() is not None:
                raise AssertionError(f"the server ended with {self.process.returncode}:\n{self.log_text()}")
            if time.monotonic() > deadline:
                self.kill()
                raise AssertionError(f"the server did not come up within {timeout} s:\n{self.log_text()}")
            time.sleep(0.01)
        told = json.loads(ready.read_text())
        self.url = told["url"].rstrip("/")
        self.founder_link = told.get("founder_link") or self.founder_link
        return self

    def kill(self):
        """SIGKILL: no farewell, as when the power goes."""
        self.end(signal.SIGKILL)

    def stop(self):
        """SIGTERM: the server finishes what it has begun and leaves with 0."""
        return self.end(signal.SIGTERM)

    def end(self, with_signal):
        if self.process is None:
            return None
        self.process.send_signal(with_signal)
        try:
            code = self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"the server did not end within 30 s of {with_signal.name}:\n{self.log_text()}") from None
        finally:
            self.log.close()
            self.process = None
        return code

    def log_text(self):
        text = (self.data.parent / f"{self.data.name}.log").read_text(errors="replace")
        return text[-4000:]

    def tell(self, *arguments):
        """Runs `village …` on this village's data and returns what it prints as JSON."""
        done = subprocess.run(
            [BINARY, *arguments, "--data", str(self.data), "--json"], capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == 0, f"village {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}"
        return json.loads(done.stdout)


@contextlib.contextmanager
def village(command="serve", options=(), start=True, timeout=30):
    """A new village in a directory of its own, gone at the end with its process."""
    with tempfile.TemporaryDirectory(prefix="village-test-") as folder:
        place = Village(pathlib.Path(folder) / "data", command, options)
        try:
            yield place.start(timeout) if start else place
        finally:
            if place.process is not None:
                place.kill()
