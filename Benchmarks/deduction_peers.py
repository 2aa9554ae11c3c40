"""One run of a peer on program.dl and facts.txt of a folder; prints the number of conclusions by predicate as JSON.

    python Benchmarks/deduction_peers.py clingo|duckdb|swipl FOLDER
"""

import collections
import json
import pathlib
import re
import subprocess
import sys


def rules(program):
    """Each rule as (head, literals); a literal is a text such as `edge(X,Y)`, `not has(C,P)` or `V < 55`."""
    for line in program.splitlines():
        if ":-" in line:
            head, body = line.rstrip(". ").split(":-")
            yield head.strip(), [part.strip() for part in re.split(r",(?![^()]*\))", body)]


def parsed(atom):
    name, arguments = re.fullmatch(r"(?:not )?(\w+)\((.*)\)", atom).groups()
    return name, [argument.strip() for argument in arguments.split(",")]


def clingo(program, facts):
    import clingo as library

    text = [program] + [f"{p}({s},{v.lstrip('#')})." for p, s, v in facts]
    control = library.Control(["--warn=none"])
    control.add("base", [], "\n".join(text))
    control.ground([("base", [])])
    heads = {parsed(head)[0] for head, _ in rules(program)}
    return {head: sum(1 for _ in control.symbolic_atoms.by_signature(head, 2)) for head in heads} | exact(control, heads)


def exact(control, heads):
    """Where grounding alone did not decide, the model does."""
    if all(atom.is_fact for head in heads for atom in control.symbolic_atoms.by_signature(head, 2)):
        return {}
    counts = collections.Counter()
    with control.solve(yield_=True) as handle:
        for model in handle:
            for symbol in model.symbols(atoms=True):
                if symbol.name in heads:
                    counts[symbol.name] += 1
    return counts


def swipl(folder, program, facts):
    heads = sorted({parsed(head)[0] for head, _ in rules(program)})
    names = {p for p, _, _ in facts} | set(heads) | set(re.findall(r"(\w+)\(", program))
    text = [":- set_prolog_flag(stack_limit, 12_000_000_000).", ":- set_prolog_flag(table_space, 12_000_000_000)."]
    own = {name: name if name not in heads else f"base_{name}" for name in names}
    text += [f":- table {head}/2." for head in heads]
    text += [f":- dynamic {own[name]}/2." for name in names if name not in heads or any(p == name for p, _, _ in facts)]
    text += [":- discontiguous " + ", ".join(f"{name}/2" for name in sorted({own[n] for n in names} | set(heads))) + "."]
    given = {p for p, _, _ in facts}
    text += [f"{head}(X,Y) :- base_{head}(X,Y)." for head in heads if head in given]
    for head, body in rules(program):
        # Positive conditions in their order, then tests, then what must not be known.
        positive = [b for b in body if "(" in b and not b.startswith("not ")]
        tests = [b for b in body if "(" not in b]
        negative = ["tnot(" + b[4:] + ")" if parsed(b)[0] in heads else "\\+ " + b[4:] for b in body if b.startswith("not ")]
        text.append(f"{head} :- {', '.join(positive + tests + negative)}.")
    text += [f"{own[p]}({s},{v.lstrip('#')})." for p, s, v in facts]
    text.append("count(P) :- G =.. [P,_,_], aggregate_all(count, G, N), format('~w ~w~n', [P,N]).")
    text.append("main :- " + ", ".join(f"count({head})" for head in heads) + ".")
    path = folder / "program.pl"
    path.write_text("\n".join(text) + "\n")
    output = subprocess.run(["swipl", "-q", "-g", "main", "-t", "halt", str(path)], capture_output=True, text=True, check=True).stdout
    return {name: int(number) for name, number in (line.split() for line in output.splitlines())}


def duckdb(folder, program, facts):
    """Semi-naive evaluation by SQL, one thread: a table for each predicate, its new rows in another."""
    import duckdb as library

    base = library.connect()
    base.execute("PRAGMA threads=1")
    names = {}

    def number(value):
        if re.fullmatch(r"#?\d+", value):
            return value.lstrip("#")
        return str(names.setdefault(value, 2_000_000_000 + len(names)))

    by_name = collections.defaultdict(list)
    for p, s, v in facts:
        by_name[p].append(f"{s},{number(v)}\n")
    all_rules = list(rules(program))
    heads = {parsed(head)[0] for head, _ in all_rules}
    for name in set(by_name) | heads | {parsed(b)[0] for _, body in all_rules for b in body if "(" in b}:
        base.execute(f"CREATE TABLE {name}_ (a INTEGER, b INTEGER)")
        if by_name[name]:
            path = folder / f"{name}.csv"
            path.write_text("".join(by_name[name]))
            base.execute(f"COPY {name}_ FROM '{path}' (HEADER false)")

    def select(head, body, delta=None):
        bound, froms, wheres = {}, [], []
        _, arguments = parsed(head)
        for place, literal in enumerate(body):
            if "(" not in literal or literal.startswith("not "):
                continue
            name, terms = parsed(literal)
            froms.append(f"{name}{'_new' if place == delta else '_'} t{place}")
            for column, term in zip("ab", terms):
                if term[0].isupper():
                    if term in bound:
                        wheres.append(f"{bound[term]} = t{place}.{column}")
                    else:
                        bound[term] = f"t{place}.{column}"
                else:
                    wheres.append(f"t{place}.{column} = {number(term)}")

        def value(term):
            return bound[term] if term[0].isupper() else number(term)

        for literal in body:
            if literal.startswith("not "):
                name, terms = parsed(literal)
                wheres.append(f"NOT EXISTS (SELECT 1 FROM {name}_ n WHERE n.a = {value(terms[0])} AND n.b = {value(terms[1])})")
            elif "(" not in literal:
                variable, relation, limit = literal.split()
                wheres.append(f"{bound[variable]} {relation} {limit}")
        where = f" WHERE {' AND '.join(wheres)}" if wheres else ""
        return f"SELECT {value(arguments[0])} AS a, {value(arguments[1])} AS b FROM {', '.join(froms)}{where}"

    for component in components(all_rules):
        own = {parsed(all_rules[place][0])[0] for place in component}
        grouped = collections.defaultdict(list)
        for place in component:
            head, body = all_rules[place]
            grouped[parsed(head)[0]].append((head, body))
        if is_linear(component, all_rules, own):
            name = min(own)
            parts = [f"SELECT a, b FROM {name}_"] + [select(head, body) for head, body in grouped[name] if not is_recursive(body, own)]
            steps = [select(head, body) for head, body in grouped[name] if is_recursive(body, own)]
            text = f"WITH RECURSIVE {name}_all AS ({' UNION '.join(parts)} UNION ({' UNION ALL '.join(steps)})) SELECT * FROM {name}_all"
            own_table = re.compile(rf"\b{name}_ (t\d+)")
            head, tail = text.split(" UNION (", 1)
            base.execute(f"CREATE TABLE {name}_done AS {head} UNION ({own_table.sub(name + '_all ' + chr(92) + '1', tail)}")
            base.execute(f"DROP TABLE {name}_")
            base.execute(f"ALTER TABLE {name}_done RENAME TO {name}_")
            continue
        for name in own:
            parts = [select(head, body) for head, body in grouped[name] if not is_recursive(body, own)]
            known = f"SELECT a, b FROM {name}_"
            parts = parts or [f"{known} WHERE false"]
            base.execute(f"CREATE TABLE {name}_new AS ({' UNION '.join(parts)}) EXCEPT {known}")
        # What was given of a recursive predicate is new, too, in the first round.
        for name in own:
            base.execute(f"CREATE TABLE {name}_given AS SELECT * FROM {name}_")
            base.execute(f"INSERT INTO {name}_ SELECT * FROM {name}_new")
            base.execute(f"INSERT INTO {name}_new SELECT * FROM {name}_given")
            base.execute(f"DROP TABLE {name}_given")
        recursive = any(is_recursive(body, own) for bodies in grouped.values() for _, body in bodies)
        while recursive and any(base.execute(f"SELECT 1 FROM {name}_new LIMIT 1").fetchone() for name in own):
            for name in own:
                parts = [
                    select(head, body, place) for head, body in grouped[name] for place, literal in enumerate(body)
                    if "(" in literal and not literal.startswith("not ") and parsed(literal)[0] in own]
                known = f"SELECT a, b FROM {name}_"
                parts = parts or [f"{known} WHERE false"]
                base.execute(f"CREATE TABLE {name}_next AS ({' UNION '.join(parts)}) EXCEPT {known}")
            for name in own:
                base.execute(f"DROP TABLE {name}_new")
                base.execute(f"ALTER TABLE {name}_next RENAME TO {name}_new")
                base.execute(f"INSERT INTO {name}_ SELECT * FROM {name}_new")
    return {head: base.execute(f"SELECT count(*) FROM (SELECT DISTINCT a, b FROM {head}_)").fetchone()[0] for head in heads}


def is_recursive(body, own):
    return any("(" in b and not b.startswith("not ") and parsed(b)[0] in own for b in body)


def is_linear(component, all_rules, own):
    """Whether one recursive query says it all: one predicate, that no condition asks for twice."""
    counts = [sum("(" in b and not b.startswith("not ") and parsed(b)[0] in own for b in all_rules[place][1]) for place in component]
    return len(own) == 1 and max(counts) == 1 and counts.count(1) == 1


def components(all_rules):
    """Rules in the order of evaluation: those whose heads need each other together."""
    heads = [parsed(head)[0] for head, _ in all_rules]
    needs = {name: set() for name in heads}
    for head, body in all_rules:
        needs[parsed(head)[0]] |= {parsed(b)[0] for b in body if "(" in b and parsed(b)[0] in needs}
    reach = {name: set(needs[name]) for name in needs}
    changed = True
    while changed:
        changed = False
        for name in reach:
            more = set().union(*(reach[other] for other in reach[name])) if reach[name] else set()
            if not more <= reach[name]:
                reach[name] |= more
                changed = True
    done, order = set(), []
    while len(done) < len(needs):
        for name in needs:
            group = {name} | {other for other in reach[name] if name in reach[other]}
            if name not in done and set().union(*(reach[member] for member in group)) <= done | group:
                order.append([place for place, head in enumerate(heads) if head in group])
                done |= group
    return order


def main():
    peer, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    program = (folder / "program.dl").read_text()
    facts = [tuple(line.split()) for line in (folder / "facts.txt").read_text().splitlines()]
    run = {"clingo": lambda: clingo(program, facts), "duckdb": lambda: duckdb(folder, program, facts), "swipl": lambda: swipl(folder, program, facts)}
    print(json.dumps(run[peer]()))


if __name__ == "__main__":
    main()
