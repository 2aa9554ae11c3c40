"""What the benchmarks share: where the program is, how it is asked, and which of the times stands for all."""

import json
import os
import pathlib
import subprocess
import tempfile
from collections.abc import Iterable
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parents[1]
VILLAGE = os.environ.get("VILLAGE_BINARY", str(ROOT / ".build/release/village"))


def percentile(values: Iterable[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def village_prints(*arguments: str, stdin: str | None = None) -> str:
    return subprocess.run([VILLAGE, *arguments], input=stdin, capture_output=True, text=True, check=True).stdout


def village_with_memory(*arguments: str) -> tuple[Any, float]:
    """What the program prints with --json, and the most memory it held, in MB."""
    with tempfile.TemporaryFile("w+") as printed:
        process = subprocess.Popen([VILLAGE, *arguments, "--json"], stdout=printed)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, process.args)
        printed.seek(0)
        return json.load(printed), usage.ru_maxrss / 1000


def village(*arguments: str, stdin: str | None = None) -> Any:
    return json.loads(village_prints(*arguments, "--json", stdin=stdin))
