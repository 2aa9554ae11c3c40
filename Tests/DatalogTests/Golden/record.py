"""Writes random Datalog programs with what clingo concludes from them, one JSON object a line.

    python Tests/DatalogTests/Golden/record.py [--count 500] [--seed 1] > Tests/DatalogTests/Golden/programs.jsonl

Up to 30 rules and 200 facts over binary predicates in four levels: conditions from a rule's own level and those below,
exceptions from below, so that each program has one stable model. An atom is [predicate, subject, value]; in rules a
negative number is a variable. `counts` is the number of true atoms by predicate; `sum` is the sum over them of the
square of (predicate · 64 + subject) · 64 + value, modulo 2³¹.
"""

import argparse
import collections
import json
import random
import sys

import clingo

LEVELS, PER_LEVEL = 4, 3


def program(draw):
    things = draw.randrange(3, 9)

    def term():
        return draw.randrange(things) if draw.random() < 0.15 else -draw.randrange(1, 4)

    def atom(levels):
        return [draw.randrange(levels * PER_LEVEL), term(), term()]

    rules = []
    while len(rules) < draw.randrange(1, 31):
        level = draw.randrange(LEVELS)
        body = [atom(level + 1) for _ in range(draw.randrange(1, 4))]
        bound = {t for a in body for t in a[1:] if t < 0}

        def safe(a):
            return all(t >= 0 or t in bound for t in a[1:])

        head = [level * PER_LEVEL + draw.randrange(PER_LEVEL), term(), term()]
        exceptions = [atom(level) for _ in range(draw.randrange(0, 3))] if level else []
        if safe(head) and all(map(safe, exceptions)):
            rules.append({"head": head, "if": body, "unless": exceptions})
    facts = {(draw.randrange(LEVELS * PER_LEVEL), draw.randrange(things), draw.randrange(things)) for _ in range(draw.randrange(1, 201))}
    return rules, sorted(facts)


def text(atom):
    return f"p{atom[0]}({','.join(str(t) if t >= 0 else f'V{-t}' for t in atom[1:])})"


def solve(rules, facts):
    lines = [text(fact) + "." for fact in facts]
    for rule in rules:
        lines.append(f"{text(rule['head'])} :- {', '.join([text(a) for a in rule['if']] + ['not ' + text(a) for a in rule['unless']])}.")
    control = clingo.Control(["--warn=none"])
    control.add("base", [], "\n".join(lines))
    control.ground([("base", [])])
    models = []
    with control.solve(yield_=True) as handle:
        for model in handle:
            models.append([(int(s.name[1:]), s.arguments[0].number, s.arguments[1].number) for s in model.symbols(atoms=True)])
    assert len(models) == 1, "a stratified program has one stable model"
    return models[0]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for number in range(options.count):
        draw = random.Random(options.seed * 1_000_003 + number)
        rules, facts = program(draw)
        atoms = solve(rules, facts)
        counts = collections.Counter(str(a[0]) for a in atoms)
        total = sum(((p * 64 + s) * 64 + v) ** 2 for p, s, v in atoms) % 2**31
        json.dump({"rules": rules, "facts": facts, "counts": counts, "sum": total}, sys.stdout, separators=(",", ":"), sort_keys=True)
        print()


if __name__ == "__main__":
    main()
