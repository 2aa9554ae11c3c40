"""Measures the bridging model beside a peer that estimates the same from the same votes, in one run, on one core.

    .venv-peers/bin/python Benchmarks/community.py [--polis DIR] [--votes N] [--attacks] [--json FILE]

--polis DIR   a folder for each conversation: votes.tsv (timestamp_ms, comment, voter, vote), or votes.csv as Polis exports it
--votes N     made-up votes, a million unless told otherwise
--attacks     plays the twelve attacks, too

The peer estimates r = mu + i_u + i_n + f_u * f_n by alternating least squares with numpy and scipy's sparse matrices, all
members at once, with the same penalties. Read the ratios of time (theirs / ours) and the correlation of the intercepts:
seconds differ from machine to machine. One vote has no peer: whoever estimates all at once pays for all of it.
"""

import argparse
import json
import os
import pathlib
import tempfile
import time
from typing import Any

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy
import scipy.sparse

from common import village, village_prints

PENALTY_INTERCEPT, PENALTY_FACTOR = 0.15, 0.03
SWEEPS_MAX, TOLERANCE = 200, 1e-4


def solve(votes: scipy.sparse.csr_matrix, mask: scipy.sparse.csr_matrix, i: numpy.ndarray, f: numpy.ndarray, mean: float, ridge: float):
    """Two unknowns for each row, from the other side's intercepts and factors."""
    counts = numpy.asarray(mask.sum(axis=1)).ravel()
    s0 = counts + PENALTY_INTERCEPT * ridge
    s1, s2 = mask @ f, mask @ (f * f) + PENALTY_FACTOR * ridge
    t0 = numpy.asarray(votes.sum(axis=1)).ravel() - mean * counts - mask @ i
    t1 = votes @ f - mean * (mask @ f) - mask @ (i * f)
    determinant = s0 * s2 - s1 * s1
    return (t0 * s2 - t1 * s1) / determinant, (t1 * s0 - t0 * s1) / determinant


def peer(members: numpy.ndarray, items: numpy.ndarray, agrees: numpy.ndarray) -> tuple[numpy.ndarray, int]:
    """The intercepts of the items, and how many sweeps they took."""
    shape = (members.max() + 1, items.max() + 1)
    votes = scipy.sparse.csr_matrix((agrees, (members, items)), shape=shape)
    mask = scipy.sparse.csr_matrix((numpy.ones(len(agrees)), (members, items)), shape=shape)
    votes_t, mask_t = votes.T.tocsr(), mask.T.tocsr()
    random = numpy.random.default_rng(0)
    i_u, f_u = numpy.zeros(shape[0]), random.uniform(-1, 1, shape[0])
    i_n, f_n = numpy.zeros(shape[1]), random.uniform(-1, 1, shape[1])
    mean, total = 0.5, len(agrees)
    for sweep in range(1, SWEEPS_MAX + 1):
        before = i_u, f_u, i_n, f_n
        i_u, f_u = solve(votes, mask, i_n, f_n, mean, total / shape[0])
        i_n, f_n = solve(votes_t, mask_t, i_u, f_u, mean, total / shape[1])
        rest = agrees - i_u[members] - i_n[items] - f_u[members] * f_n[items]
        mean = rest.sum() / (total * (1 + PENALTY_INTERCEPT))
        if max(numpy.abs(a - b).max() for a, b in zip(before, (i_u, f_u, i_n, f_n), strict=True)) < TOLERANCE:
            break
    return i_n, sweep


def read(path: pathlib.Path) -> list[tuple[int, str, str, int]]:
    """Votes in order of time: when, who, on what, how. Passes are left out."""
    cut = "\t" if path.suffix == ".tsv" else ","
    lines = path.read_text(encoding="utf-8").splitlines()
    names = lines[0].split(cut)

    def column(*wanted: str) -> int:
        return next(names.index(name) for name in wanted if name in names)

    at, who, what, how = column("timestamp_ms", "timestamp"), column("voter", "voter-id"), column("comment", "comment-id"), column("vote")
    rows = [line.split(cut) for line in lines[1:]]
    votes = [(int(row[at]), row[who], row[what], int(row[how])) for row in rows if int(row[how]) != 0]
    last = {(vote[1], vote[2]): vote for vote in sorted(votes, key=lambda vote: vote[0])}
    return sorted(last.values(), key=lambda vote: vote[0])


def report_ours(name: str, ours: dict[str, Any]) -> None:
    print(
        f"\n{name}: {ours['votes']} votes, {ours['members']} members, {ours['items']} items\n"
        f"  Village  {ours['refit_seconds']:.3f} s in {ours['sweeps']} sweeps; one vote {ours['update_ms_p50']:.4f} ms, "
        f"{ours['update_ms_p99']:.4f} ms at p99; the last tenth vote by vote: at most {ours['largest_difference']:.3f} apart, "
        f"correlation {ours['correlation']:.5f}; co-surprise {ours['co_surprise_us_per_vote']:.2f} µs a vote"
    )


def conversation(path: pathlib.Path) -> dict[str, Any]:
    votes = read(path)
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as file:
        file.write("participant\tstatement\tvote\n")
        file.writelines(f"{who}\t{what}\t{1 if how > 0 else -1}\n" for _, who, what, how in votes)
        file.flush()
        ours = village("evaluate", "bridging", "--votes", file.name, "--intercepts")
    report_ours(path.parent.name, ours)
    people = {name: number for number, name in enumerate(dict.fromkeys(vote[1] for vote in votes))}
    statements = {name: number for number, name in enumerate(dict.fromkeys(vote[2] for vote in votes))}
    members = numpy.array([people[vote[1]] for vote in votes])
    items = numpy.array([statements[vote[2]] for vote in votes])
    begin = time.perf_counter()
    intercepts, sweeps = peer(members, items, numpy.array([1.0 if vote[3] > 0 else 0.0 for vote in votes]))
    seconds = time.perf_counter() - begin
    same = float(numpy.corrcoef(intercepts, [ours["intercepts"][name] for name in statements])[0, 1])
    print(
        f"  numpy    {seconds:.3f} s in {sweeps} sweeps: {seconds / ours['refit_seconds']:.1f} times the time; its intercepts and ours "
        f"correlate by {same:.5f}; per vote {1000 * seconds / max(1e-9, ours['update_ms_p50']):.0f} times one of our updates"
    )
    del ours["intercepts"]
    return {"Village": ours, "numpy": {"seconds": seconds, "sweeps": sweeps, "correlation": same}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polis", type=pathlib.Path)
    parser.add_argument("--votes", type=int, default=1_000_000)
    parser.add_argument("--attacks", action="store_true")
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    report: dict[str, Any] = {}
    for folder in sorted(options.polis.iterdir()) if options.polis else []:
        path = next((folder / name for name in ("votes.tsv", "votes.csv") if (folder / name).exists()), None)
        if path:
            report[folder.name] = conversation(path)
    synthetic = village("evaluate", "bridging", "--synthetic", str(options.votes))
    report_ours("made up", synthetic)
    report["made up"] = {"Village": synthetic}
    if options.attacks:
        print()
        print(village_prints("evaluate", "attacks"))
    if options.json:
        options.json.write_text(json.dumps(report, indent=2, sort_keys=True))


if __name__ == "__main__":
    main()
