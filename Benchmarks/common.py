"""What the benchmarks share: where the program is, how it is asked, and which of the times stands for all."""

import json
import os
import pathlib
import subprocess
import tempfile
import time
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
    """What the program prints with --json, and the most memory it held, in MB, by Linux's account of it."""
    with tempfile.TemporaryFile("w+") as printed:
        process = subprocess.Popen([VILLAGE, *arguments, "--json"], stdout=printed)
        most = 0.0
        # Not by wait4: what that reports begins with the memory of the process that started the program.
        while process.poll() is None:
            most = max(most, _peak(process.pid))
            time.sleep(0.02)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, process.args)
        printed.seek(0)
        return json.load(printed), most


def _peak(pid: int) -> float:
    """The highest resident memory so far, in MB; 0 where the process is gone."""
    try:
        status = pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1000 for line in status.splitlines() if line.startswith("VmHWM:")), 0)


def village(*arguments: str, stdin: str | None = None) -> Any:
    return json.loads(village_prints(*arguments, "--json", stdin=stdin))
