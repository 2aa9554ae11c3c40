"""Measures Village as its users meet it, each figure beside a peer or the physical limit in the same run.

    make bench                 # or: .venv/bin/python Benchmarks/bench.py [--json FILE] [WORK …]

WORK is any of: table, teach, alone, ask, foresee, compute, start. Ratios count, not seconds: machines differ and are noisy.
"""

import argparse
import contextlib
import gzip
import http.cookiejar
import json
import os
import pathlib
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request
import uuid

from common import ROOT, VILLAGE, percentile, village

TABLE = ROOT / "Sources/village/Demo/usda_sr26.tsv.gz"
COLUMNS = (
    "name=subject, kcal=energy:kcal/100 g, carb_g=carbohydrate:g/100 g, sugar_g=sugar:g/100 g, fiber_g=fiber:g/100 g, "
    "protein_g=protein:g/100 g, fat_g=fat:g/100 g, satfat_g=saturated fat:g/100 g, sodium_mg=sodium:mg/100 g, "
    "potassium_mg=potassium:mg/100 g, cholesterol_mg=cholesterol:mg/100 g"
)


def import_table(data):
    return village("import", "table", str(TABLE), "--kind", "food", "--source", "USDA SR26", "--columns", COLUMNS, "--data", str(data))


def bench_table(folder):
    """All foods into a durable ledger, against the same claims as rows of a plain SQLite table by Python, one commit per 100 foods."""
    ours = import_table(folder / "table")
    lines = gzip.decompress(TABLE.read_bytes()).decode().splitlines()
    begin = time.perf_counter()
    base = sqlite3.connect(folder / "peer.sqlite")
    base.execute("PRAGMA journal_mode=WAL")
    base.execute("PRAGMA synchronous=FULL")
    base.execute("CREATE TABLE claims (id INTEGER PRIMARY KEY, subject TEXT, property TEXT, value TEXT, source TEXT)")
    base.execute("CREATE INDEX by_subject ON claims (subject, property)")
    header = lines[0].split("\t")
    rows = 0
    for first in range(1, len(lines), 100):
        with base:
            for line in lines[first : first + 100]:
                fields = line.split("\t")
                claims = [(fields[1], name, field, "USDA SR26") for name, field in zip(header[2:12], fields[2:12]) if field]
                claims.append((fields[1], "is a", "food", "USDA SR26"))
                base.executemany("INSERT INTO claims (subject, property, value, source) VALUES (?, ?, ?, ?)", claims)
                rows += len(claims)
    base.close()
    peer = time.perf_counter() - begin
    assert rows == ours["claims"], (rows, ours["claims"])
    return {"claims": ours["claims"], "seconds": ours["seconds"], "peer_seconds": peer, "ratio_to_sqlite": ours["seconds"] / peer}


@contextlib.contextmanager
def serving(data):
    ready = pathlib.Path(f"{data}.ready.json")
    ready.unlink(missing_ok=True)
    begin = time.perf_counter()
    process = subprocess.Popen([VILLAGE, "serve", "--data", str(data), "--port", "0", "--ready-file", str(ready)], stdout=subprocess.DEVNULL)
    try:
        while not ready.exists():
            assert process.poll() is None, "the server ended"
            time.sleep(0.005)
        started = time.perf_counter() - begin
        yield json.loads(ready.read_text()), process.pid, started
    finally:
        process.terminate()
        process.wait()


def memory_mb(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return None


def call(method, url, body=None, token=None, headers=()):
    request = urllib.request.Request(url, method=method, data=None if body is None else json.dumps(body).encode())
    request.add_header("Content-Type", "application/json")
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    for name, value in headers:
        request.add_header(name, value)
    with urllib.request.urlopen(request, timeout=60) as reply:
        return json.loads(reply.read() or b"null")


def take_link(link, base, login):
    """Takes up an invitation as a browser without script would, and asks for a token."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    page = browser.open(link).read().decode()
    csrf = re.search(r'name="csrf" value="([^"]+)"', page).group(1)
    form = {"csrf": csrf, "name": login.title(), "login": login, "password": "bench-password-1", "about": ""}
    browser.open(link, urllib.parse.urlencode(form).encode()).read()
    request = urllib.request.Request(f"{base}/api/v1/tokens", data=b'{"name": "bench"}', headers={"Content-Type": "application/json", "Origin": base})
    return json.loads(browser.open(request).read())["secret"]


def bench_teach(folder, teachers=10, lessons=100):
    """A lesson over HTTP, durable and in force, with about 100,000 claims held and ten teachers at once; the limit is one fdatasync."""
    data = folder / "teach"
    import_table(data)
    with serving(data) as (ready, _, _):
        url = ready["url"].rstrip("/")
        founder = take_link(ready["founder_link"], url, "founder")
        times, changed = [], []

        def teach(teacher):
            token = tokens[teacher]
            for number in range(lessons):
                value = (teacher * lessons + number) % 90 + 10
                food = f"test food {chr(97 + teacher)}{number}"
                text = f"The glycemic index of {food} is {value}."
                begin = time.perf_counter()
                reply = call("POST", f"{url}/api/v1/lessons", {"text": text}, token, [("Idempotency-Key", uuid.uuid4().hex)])
                times.append((time.perf_counter() - begin) * 1000)
                assert reply["results"][0]["outcome"] == "recorded", reply
                answer = call("POST", f"{url}/api/v1/questions", {"text": f"What is the glycemic index of {food}?"}, token)
                changed.append((time.perf_counter() - begin) * 1000)
                assert str(value) in answer["answer"]["text"], answer

        links = [call("POST", f"{url}/api/v1/invitations", {"role": "teacher"}, founder)["link"] for _ in range(teachers)]
        tokens = [take_link(link, url, f"teacher{number}") for number, link in enumerate(links)]
        threads = [threading.Thread(target=teach, args=(teacher,)) for teacher in range(teachers)]
        begin = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        whole = time.perf_counter() - begin
    assert len(times) == teachers * lessons
    syncs = []
    with open(folder / "sync", "wb") as file:
        for _ in range(300):
            begin = time.perf_counter()
            file.write(b"x" * 400)
            file.flush()
            os.fdatasync(file.fileno())
            syncs.append((time.perf_counter() - begin) * 1000)
    return {
        "lessons": len(times), "teach_ms_p50": percentile(times, 0.5), "teach_ms_p99": percentile(times, 0.99),
        "teach_then_ask_ms_p50": percentile(changed, 0.5), "teach_then_ask_ms_p99": percentile(changed, 0.99),
        "lessons_and_questions_per_second": len(times) / whole, "fdatasync_ms_p50": statistics.median(syncs),
        "ratio_to_fdatasync_p50": percentile(times, 0.5) / statistics.median(syncs),
    }


def bench_alone(folder):
    """The same with one teacher alone: what a lesson costs when nobody else waits."""
    return bench_teach(folder, teachers=1)


def bench_foresee(folder, rounds=10):
    """What a lesson would change, told over HTTP with about 100,000 claims held: a number that nothing rests on, and a rule over all foods;
    and what leans on that rule once it is taught. The limit is the same number of questions in process, one for each thing looked at."""
    data = folder / "foresee"
    import_table(data)
    rule = "A food is a starchy food if its carbohydrate is above 20 g per 100 g."

    def foresee(text):
        times = []
        for _ in range(rounds):
            begin = time.perf_counter()
            reply = call("POST", f"{url}/api/v1/readings", {"text": text}, founder)
            times.append((time.perf_counter() - begin) * 1000)
        return statistics.median(times), reply["sentences"][0]

    with serving(data) as (ready, _, _):
        url = ready["url"].rstrip("/")
        founder = take_link(ready["founder_link"], url, "founder")
        number_ms, _ = foresee("The glycemic index of a test food is 50.")
        rule_ms, read = foresee(rule)
        effects = read["foresight"]["effects"]
        taught = call(
            "POST", f"{url}/api/v1/lessons", {"text": rule, "reading": read["readings"][0]["paraphrase"]}, founder)["results"][0]
        begin = time.perf_counter()
        leans = call("GET", f"{url}/api/v1/lessons/{taught['lessons'][0]}/effects", token=founder)
        leans_ms = (time.perf_counter() - begin) * 1000
    return {
        "number_ms": number_ms, "rule_ms": rule_ms, "rule_things_examined": effects["examined"], "rule_things_left": effects["unexamined"],
        "rule_us_a_thing": rule_ms * 1000 / effects["examined"], "leans_ms": leans_ms, "leans_things_examined": leans["examined"],
    }


def bench_compute(folder, rounds=10):
    """Which of 8,463 foods have more than 98 % of their energy from fat, by two rules that compute and compare, asked over HTTP with every
    food judged and its reasons found, against the same condition by SQLite over one wide table in Python; both must find the same foods."""
    data = folder / "compute"
    import_table(data)
    rules = [
        "The fat energy of a food is 9 kcal/g times its fat.", "A food is fatty if its fat energy is more than 0.98 times its energy.",
        "The net carbs of a food are its carbohydrate minus its fiber.",
    ]
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE foods (name TEXT, kcal REAL, fat REAL)")
    lines = [line.split("\t") for line in gzip.decompress(TABLE.read_bytes()).decode().splitlines()]
    name, kcal, fat = (lines[0].index(column) for column in ("name", "kcal", "fat_g"))
    base.executemany("INSERT INTO foods VALUES (?, ?, ?)", [(row[name], row[kcal] or None, row[fat] or None) for row in lines[1:]])

    def median_ms(work):
        times = []
        for _ in range(rounds):
            begin = time.perf_counter()
            result = work()
            times.append((time.perf_counter() - begin) * 1000)
        return statistics.median(times), result

    with serving(data) as (ready, _, _):
        url = ready["url"].rstrip("/")
        founder = take_link(ready["founder_link"], url, "founder")
        for rule in rules:
            read = call("POST", f"{url}/api/v1/readings", {"text": rule}, founder)["sentences"][0]
            call("POST", f"{url}/api/v1/lessons", {"text": rule, "reading": read["readings"][0]["paraphrase"]}, founder)
        ask = lambda text: call("POST", f"{url}/api/v1/questions", {"text": text}, founder)["answer"]
        which_ms, answer = median_ms(lambda: ask("Which foods are fatty?"))
        one_ms, _ = median_ms(lambda: ask(f"What are the net carbs of {lines[1][name]}?"))
    peer_ms, peer = median_ms(lambda: base.execute("SELECT DISTINCT name FROM foods WHERE 9 * fat > 0.98 * kcal").fetchall())
    found = len(answer["items"]) + answer["itemsLeftOff"]
    assert found == len(peer), (found, len(peer))
    return {
        "which_ms": which_ms, "foods_found": found, "us_a_food": which_ms * 1000 / (len(lines) - 1), "one_food_ms": one_ms,
        "sqlite_ms": peer_ms, "ratio_to_sqlite": which_ms / peer_ms,
    }


def bench_release(folder, releases=20):
    """Keeping the village as it stands, with about 100,000 claims held: the act, the lesson after it beside another lesson, asking a release
    beside asking the village, and what each keeps in memory. The limit is a copy of all that is held."""
    data = folder / "release"
    import_table(data)
    cuts, firsts, others, then, now = [], [], [], [], []

    def timed(times, *request):
        begin = time.perf_counter()
        reply = call(*request)
        times.append((time.perf_counter() - begin) * 1000)
        return reply

    with serving(data) as (ready, pid, _):
        url = ready["url"].rstrip("/")
        founder = take_link(ready["founder_link"], url, "founder")
        question = {"text": "What is the glycemic index of a test food?"}
        timed([], "POST", f"{url}/api/v1/lessons", {"text": "The glycemic index of a test food is 50."}, founder)
        before = memory_mb(pid)
        for number in range(releases):
            timed(cuts, "POST", f"{url}/api/v1/releases", {"name": f"release {number}"}, founder)
            for place, times in enumerate([firsts, others, others]):
                timed(times, "POST", f"{url}/api/v1/lessons", {"text": f"The glycemic index of dish {chr(97 + number)}{place} is 40."}, founder)
            kept = timed(then, "POST", f"{url}/api/v1/questions", question | {"release": "release 0"}, founder)
            assert "50" in kept["answer"]["text"], kept
            timed(now, "POST", f"{url}/api/v1/questions", question, founder)
        after = memory_mb(pid)
    return {
        "releases": releases, "cut_ms": statistics.median(cuts), "first_lesson_after_ms": statistics.median(firsts),
        "other_lesson_ms": statistics.median(others), "ask_release_ms": statistics.median(then), "ask_now_ms": statistics.median(now),
        "memory_before_mb": before, "memory_a_release_mb": (after - before) / releases,
    }


def bench_ask(folder):
    """Questions in process, with about 100,000 claims held, against the same look-ups by Python in an indexed SQLite table."""
    data = folder / "ask"
    import_table(data)
    names = [line.split("\t")[1] for line in gzip.decompress(TABLE.read_bytes()).decode().splitlines()[1::42]][:200]
    questions = folder / "questions.txt"
    questions.write_text("".join(f"How much protein is in {name}?\n" for name in names))
    ours = village("evaluate", "answers", "--questions", str(questions), "--rounds", "3", "--data", str(data))
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE claims (subject TEXT, property TEXT, value TEXT)")
    base.execute("CREATE INDEX by_subject ON claims (subject, property)")
    base.executemany("INSERT INTO claims VALUES (?, 'protein', '1')", [(name,) for name in names])
    times = []
    for name in names * 3:
        begin = time.perf_counter()
        base.execute("SELECT value FROM claims WHERE subject = ? AND property = 'protein'", (name,)).fetchall()
        times.append((time.perf_counter() - begin) * 1e6)
    return ours | {"sqlite_lookup_us_p50": statistics.median(times), "ratio_to_lookup_p50": ours["us_p50"] / statistics.median(times)}


def bench_start(folder):
    """From a cold process to serving, with about 100,000 claims in the ledger, against reading the ledger's bytes; and the demo at rest."""
    data = folder / "start"
    import_table(data)
    runs = []
    for _ in range(5):
        with serving(data) as (_, pid, started):
            time.sleep(0.5)
            runs.append((started, memory_mb(pid)))
    file = data / "village.sqlite"
    begin = time.perf_counter()
    sqlite3.connect(file).execute("SELECT sum(length(payload)) FROM entries").fetchone()
    read = time.perf_counter() - begin
    demo = folder / "demo"
    ready = folder / "demo.ready.json"
    process = subprocess.Popen(
        [VILLAGE, "demo", "--data", str(demo), "--keep", "--port", "0", "--ready-file", str(ready)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    begin = time.perf_counter()
    while not ready.exists():
        time.sleep(0.05)
    demo_seconds = time.perf_counter() - begin
    time.sleep(2)
    demo_memory = memory_mb(process.pid)
    process.terminate()
    process.wait()
    return {
        "start_seconds_median": statistics.median(run[0] for run in runs), "ledger_mb": sum(part.stat().st_size for part in data.glob("village.sqlite*")) / 1e6,
        "read_ledger_seconds": read, "ratio_to_reading": statistics.median(run[0] for run in runs) / read,
        "idle_memory_mb": runs[-1][1], "demo_first_start_seconds": demo_seconds, "demo_idle_memory_mb": demo_memory,
    }


WORKS = {
    "table": bench_table, "teach": bench_teach, "alone": bench_alone, "ask": bench_ask, "foresee": bench_foresee, "compute": bench_compute,
    "release": bench_release,
    "start": bench_start,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", nargs="*", help="default: all")
    parser.add_argument("--json", help="write the figures to this file too")
    options = parser.parse_args()
    figures = {}
    for name in options.work or WORKS:
        with tempfile.TemporaryDirectory(prefix="village-bench-") as folder:
            figures[name] = WORKS[name](pathlib.Path(folder))
        print(f"{name}: {WORKS[name].__doc__}")
        for key, value in figures[name].items():
            print(f"  {key:36} {value:,.3f}" if isinstance(value, float) else f"  {key:36} {value}")
        sys.stdout.flush()
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
