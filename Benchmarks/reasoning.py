"""Measures deduction beside clingo, DuckDB and SWI-Prolog: the same programs on the same facts, one core, CPU seconds.

    make bench-reasoning       # or: .venv-peers/bin/python Benchmarks/reasoning.py [--json FILE] [--scale 10000000] [WORK …]

WORK is any of: chain, random, dag, ontology, foods, defaults, edits, scale. Facts are made from fixed seeds; every
engine must find the same counts, or the run ends. Each process reads its facts as text and counts; its CPU time (user
and system) and its largest memory are what the system says of it. Ratios count: machines differ and are noisy.
"""

import argparse
import json
import os
import pathlib
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
OURS = os.environ.get("MEASURE_DATALOG", str(ROOT / ".build/release/measure-datalog"))
PEERS = pathlib.Path(__file__).with_name("deduction_peers.py")
TIME_MAX = 120  # CPU seconds for one engine on one work


# ---- Programs and facts -------------------------------------------------------------------------------------------

CLOSURE = "path(X,Y) :- edge(X,Y).\npath(X,Z) :- path(X,Y), edge(Y,Z).\n"


def chain():
    return CLOSURE, [("edge", i, i + 1) for i in range(2500)]


def random_graph():
    draw = random.Random(1)
    return CLOSURE, sorted({("edge", draw.randrange(2000), draw.randrange(2000)) for _ in range(4000)})


def dag():
    """Six layers, each pointing to the next."""
    draw = random.Random(2)
    edges = set()
    while len(edges) < 15000:
        a = draw.randrange(4167)
        edges.add(("edge", a, (a // 833 + 1) * 833 + draw.randrange(833)))
    return CLOSURE, sorted(edges)


def ontology(universities=4):
    """In the manner of LUBM (Guo, Pan, Heflin 2005): its class tree, domains, inverses, part-of, and two of its queries."""
    up = {
        "fullprof": "professor", "assocprof": "professor", "assistprof": "professor", "professor": "faculty", "lecturer": "faculty",
        "faculty": "employee", "employee": "person", "undergrad": "student", "grad": "student", "student": "person",
        "gradcourse": "course", "course": "work", "dept": "organization", "univ": "organization", "group": "organization",
    }
    rules = [f"type(X,{b}) :- type(X,{a})." for a, b in up.items()]
    rules += [
        "memberof(X,Y) :- worksfor(X,Y).", "worksfor(X,Y) :- headof(X,Y).", "suborg(X,Z) :- suborg(X,Y), suborg(Y,Z).",
        "member(Y,X) :- memberof(X,Y).", "degreefrom(X,Y) :- ugdegree(X,Y).", "degreefrom(X,Y) :- phddegree(X,Y).",
        "hasalumnus(Y,X) :- degreefrom(X,Y).", "type(X,student) :- takes(X,Y), type(Y,course).", "type(X,faculty) :- teaches(X,Y).",
        "type(X,chair) :- headof(X,Y), type(Y,dept).", "type(X,person) :- advisor(X,Y).", "type(Y,professor) :- advisor(X,Y).",
        "answera(X,Y) :- advisor(X,Y), teaches(Y,C), takes(X,C).",
        "answerb(X,D) :- memberof(X,D), suborg(D,U), ugdegree(X,U), type(X,grad).",
    ]
    draw, facts, last = random.Random(3), [], [0]

    def new(kind):
        last[0] += 1
        facts.append(("type", last[0], kind))
        return last[0]

    all_universities = [new("univ") for _ in range(universities)]
    for university in all_universities:
        for _ in range(18):
            department = new("dept")
            facts.append(("suborg", department, university))
            for _ in range(12):
                facts.append(("suborg", new("group"), department))
            staff = [new(k) for k, n in (("fullprof", 9), ("assocprof", 12), ("assistprof", 9), ("lecturer", 6)) for _ in range(n)]
            courses = []
            for person in staff:
                facts.append(("worksfor", person, department))
                facts.append(("phddegree", person, draw.choice(all_universities)))
                for kind in ("course", "gradcourse"):
                    courses.append(new(kind))
                    facts.append(("teaches", person, courses[-1]))
            facts.append(("headof", staff[0], department))
            for kind, number in (("undergrad", 400), ("grad", 120)):
                for _ in range(number):
                    student = new(kind)
                    facts.append(("memberof", student, department))
                    facts += [("takes", student, course) for course in draw.sample(courses, 3)]
                    if kind == "grad":
                        facts.append(("ugdegree", student, draw.choice(all_universities)))
                        facts.append(("advisor", student, draw.choice(staff)))
    return "\n".join(rules) + "\n", facts


FOOD_LIMITS = {"gi": (40, 55, 70), "carb": (10, 30), "sugar": (5, 15, 25), "sodium": (120, 600), "fat": (3, 17, 20)}


def foods(count=100_000):
    """Thirteen thresholds on five properties, each number taught by five teachers who agree only mostly."""
    draw, facts, rules = random.Random(4), [], []
    for name in FOOD_LIMITS:
        for limit in FOOD_LIMITS[name]:
            for teacher in range(5):
                rules.append(f"low{name}{limit}(X,yes) :- {name}{teacher}(X,V), V < {limit}.")
                rules.append(f"high{name}{limit}(X,yes) :- {name}{teacher}(X,V), V >= {limit}.")
            rules.append(f"sure{name}{limit}(X,yes) :- low{name}{limit}(X,yes), not high{name}{limit}(X,yes).")
            rules.append(f"open{name}{limit}(X,yes) :- low{name}{limit}(X,yes), high{name}{limit}(X,yes).")
    rules.append("suits(X,diabetic) :- suregi55(X,yes), suresugar15(X,yes), not sweetdrink(X,yes).")
    rules.append("suits(X,heart) :- suresodium120(X,yes), surefat17(X,yes), not fried(X,yes).")
    for food in range(count):
        if draw.random() < 0.05:
            facts.append(("sweetdrink", food, "yes"))
        if draw.random() < 0.08:
            facts.append(("fried", food, "yes"))
        for name, top in (("gi", 100), ("carb", 90), ("sugar", 60), ("sodium", 1500), ("fat", 50)):
            amount = draw.randrange(top)
            for teacher in range(5):
                if draw.random() < 0.28:
                    off = draw.choice((-3, 2, 7)) if draw.random() < 0.15 else 0
                    facts.append((f"{name}{teacher}", food, f"#{max(0, amount + off)}"))
    return "\n".join(rules) + "\n", facts


def defaults(classes=1000, instances=100_000, properties=20):
    """What classes have by default, the nearest class first; exceptions for single things; several parents may disagree."""
    rules = [
        "pos(C,P) :- has(C,P).", "neg(C,P) :- lacks(C,P).", "pos(C,P) :- parent(C,D), pos(D,P), not lacks(C,P).",
        "neg(C,P) :- parent(C,D), neg(D,P), not has(C,P).", "holds(I,P) :- inst(I,C), pos(C,P), not without(I,P).",
        "holds(I,P) :- with(I,P).", "fails(I,P) :- inst(I,C), neg(C,P), not with(I,P).", "fails(I,P) :- without(I,P).",
        "open(I,P) :- holds(I,P), fails(I,P).",
    ]
    draw, facts = random.Random(5), set()
    first_instance = classes
    for number in range(1, classes):
        facts.add(("parent", number, draw.randrange(number)))
        if draw.random() < 0.2:
            facts.add(("parent", number, draw.randrange(number)))
        for name in range(properties):
            if draw.random() < 0.05:
                facts.add((draw.choice(("has", "lacks")), number, 10_000_000 + name))
    for name in range(properties):
        facts.add((draw.choice(("has", "lacks")), 0, 10_000_000 + name))
    for number in range(instances):
        facts.add(("inst", first_instance + number, draw.randrange(classes)))
        if draw.random() < 0.02:
            facts.add((draw.choice(("with", "without")), first_instance + number, 10_000_000 + draw.randrange(properties)))
    return "\n".join(rules) + "\n", sorted(facts)


WORKS = {"chain": chain, "random": random_graph, "dag": dag, "ontology": ontology, "foods": foods, "defaults": defaults}


# ---- Running ------------------------------------------------------------------------------------------------------


def measured(command):
    """Standard output, CPU seconds and peak megabytes of a process; None where it ran out of time."""
    # Under a limit of CPU time the system keeps its clocks coarsely: ours, which times single edits, runs without.
    limit = None if command[0] == OURS else lambda: resource.setrlimit(resource.RLIMIT_CPU, (TIME_MAX, TIME_MAX))
    process = subprocess.Popen(command, stdout=subprocess.PIPE, preexec_fn=limit)
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        return None
    return output, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def heads(program):
    return sorted(set(re.findall(r"^(\w+)\(", program, re.MULTILINE)))


def compare(name, folder):
    program, facts = WORKS[name]()
    (folder / "program.dl").write_text(program)
    with open(folder / "facts.txt", "w") as file:
        file.writelines(f"{p} {s} {v}\n" for p, s, v in facts)
    result = {"facts": len(facts)}
    output, cpu, memory = measured([OURS, "run", str(folder / "program.dl"), str(folder / "facts.txt")])
    ours = json.loads(output)
    result["ours"] = {"cpu_s": cpu, "mb": memory, "inferences": ours["inferences"], "inferences_per_s": ours["inferences"] / max(1e-9, ours["settle_s"])}
    counts = {head: ours["counts"].get(head, 0) for head in heads(program)}
    result["conclusions"] = sum(counts.values())
    for peer in ("clingo", "duckdb", "swipl"):
        done = measured([sys.executable, str(PEERS), peer, str(folder)])
        if done is None:
            result[peer] = {"stopped": f"ended without an answer, or after {TIME_MAX} CPU seconds"}
            continue
        output, cpu, memory = done
        theirs = json.loads(output)
        differing = {head: (counts[head], theirs.get(head, 0)) for head in counts if counts[head] != theirs.get(head, 0)}
        assert not differing, f"{name}: ours and {peer} differ: {differing}"
        result[peer] = {"cpu_s": cpu, "mb": memory, "times_our_cpu": cpu / result["ours"]["cpu_s"], "times_our_memory": memory / result["ours"]["mb"]}
    return result


def edits(folder):
    """One fact taken out and put back, all that follows settled, against the peers' runs from the start."""
    result = {}
    for name, changed in (("dag", "edge"), ("ontology", "takes"), ("foods", "gi0"), ("defaults", "inst")):
        program, facts = WORKS[name]()
        (folder / "program.dl").write_text(program)
        with open(folder / "facts.txt", "w") as file:
            file.writelines(f"{p} {s} {v}\n" for p, s, v in facts)
        output, _, _ = measured([OURS, "edits", str(folder / "program.dl"), str(folder / "facts.txt"), changed, "500"])
        ours = json.loads(output)
        assert ours["same_after"], f"{name}: not what it was before the edits"
        for peer in ("clingo", "duckdb"):
            done = measured([sys.executable, str(PEERS), peer, str(folder)])
            if done is not None:
                ours[f"{peer}_rerun_ms"] = done[1] * 1e3
                ours[f"times_faster_than_{peer}"] = done[1] * 1e3 / ours["mean_ms"]
        result[name] = ours
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("works", nargs="*", help="what to measure; all where none is named")
    parser.add_argument("--json", help="write the figures here, too")
    parser.add_argument("--scale", type=int, default=10_000_000, help="claims for the work “scale”")
    options = parser.parse_args()
    works = options.works or [*WORKS, "edits", "scale"]
    assert pathlib.Path(OURS).exists(), f"{OURS} is not built: swift build -c release --product measure-datalog"
    if not shutil.which("swipl"):
        print("SWI-Prolog is not installed (apt-get install swi-prolog-nox); it is left out.", file=sys.stderr)
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        for work in works:
            folder = pathlib.Path(folder)
            if work == "edits":
                figures[work] = edits(folder)
            elif work == "scale":
                output, cpu, memory = measured([OURS, "scale", str(options.scale)])
                figures[work] = json.loads(output)
            else:
                figures[work] = compare(work, folder)
            print(work, json.dumps(figures[work], indent=1), flush=True)
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
