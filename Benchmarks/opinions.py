"""Measures what Village makes of many opinions, beside its peers: the same answers and votes, in one run, on one core.

    python3 -m venv .venv-opinions && .venv-opinions/bin/pip install -r Benchmarks/requirements-opinions.txt
    .venv-opinions/bin/python Benchmarks/opinions.py [--crowd DIR] [--polis DIR] [--quick] [--json FILE]

--crowd DIR   a folder for each crowd, with labels.tsv (task, worker, label) and truth.tsv (task, label)
--polis DIR   a folder for each conversation: votes.csv and participants-votes.csv as Polis exports them, or votes.tsv
              (comment, voter, vote) and participants.tsv (participant, group); comments.csv or .tsv tells what moderators
              rejected, which red-dwarf is told and Village is not
--quick       leaves out GLAD and MACE, which take minutes

Peers: every method of crowd-kit that infers categories, and red-dwarf's Polis pipeline. Read the differences of accuracy
and agreement, and the ratios of time (theirs / ours): seconds differ from machine to machine.
"""

import argparse
import json
import os
import pathlib
import time
import warnings
from collections.abc import Callable
from typing import Any

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import pandas
from crowdkit.aggregation import GLAD, KOS, MACE, MMSR, DawidSkene, MajorityVote, OneCoinDawidSkene, Wawa, ZeroBasedSkill
from reddwarf.implementations.polis import run_pipeline
from sklearn.metrics import adjusted_rand_score

from common import village

CROWD_KIT: dict[str, Callable[[], Any]] = {
    "majority": lambda: MajorityVote(),
    "Wawa": lambda: Wawa(),
    "Dawid-Skene": lambda: DawidSkene(n_iter=100),
    "one coin": lambda: OneCoinDawidSkene(n_iter=100),
    "ZeroBasedSkill": lambda: ZeroBasedSkill(),
    "KOS": lambda: KOS(random_state=0),
    "M-MSR": lambda: MMSR(random_state=0),
    "MACE": lambda: MACE(random_state=0),
    "GLAD": lambda: GLAD(n_iter=50),
}
SLOW = {"MACE", "GLAD"}


def read(path: pathlib.Path) -> pandas.DataFrame:
    return pandas.read_csv(path, sep="\t" if path.suffix == ".tsv" else ",", dtype=str, quoting=3 if path.suffix == ".tsv" else 0)


def crowd(folder: pathlib.Path, quick: bool) -> dict[str, Any]:
    """Accuracy and seconds of Village and of each method of crowd-kit."""
    ours = village("evaluate", "truth", "--responses", str(folder / "labels.tsv"), "--truth", str(folder / "truth.tsv"))
    responses = read(folder / "labels.tsv").set_axis(["task", "worker", "label"], axis=1)
    truth = read(folder / "truth.tsv").set_axis(["task", "label"], axis=1).set_index("task")["label"]
    rows: dict[str, Any] = {"Village": {"accuracy": ours["accuracy"], "seconds": ours["seconds"]}}
    print(f"\n{folder.name}: {ours['responses']} answers, {ours['tasks']} tasks, {ours['workers']} workers, {ours['classes']} classes")
    print(f"  {'Village':16} {ours['accuracy']:.4f}  {ours['seconds']:8.3f} s  one answer {ours['update_ms_p99']:.3f} ms at p99")
    for name, make in CROWD_KIT.items():
        if quick and name in SLOW:
            continue
        begin = time.perf_counter()
        try:
            answers = make().fit_predict(responses.copy()).reindex(truth.index)
        except (ValueError, KeyError) as reason:
            print(f"  {name:16} cannot: {str(reason)[:70]}")
            continue
        seconds = time.perf_counter() - begin
        accuracy = float((answers == truth).mean())
        rows[name] = {"accuracy": accuracy, "seconds": seconds}
        print(f"  {name:16} {accuracy:.4f}  {seconds:8.3f} s  ours {ours['accuracy'] - accuracy:+.4f}, {seconds / ours['seconds']:.1f} times the time")
    return rows


def column(table: pandas.DataFrame, *names: str) -> pandas.Series:
    return table[next(name for name in names if name in table.columns)]


def first_of(folder: pathlib.Path, *names: str) -> pathlib.Path | None:
    return next((folder / name for name in names if (folder / name).exists()), None)


def conversation(folder: pathlib.Path) -> dict[str, Any]:
    """Agreement with the exported groups, and seconds, of Village and red-dwarf."""
    votes_file = first_of(folder, "votes.csv", "votes.tsv")
    groups_file = first_of(folder, "participants-votes.csv", "participants.tsv")
    ours = village("evaluate", "opinions", "--votes", str(votes_file), "--groups", str(groups_file))
    votes = read(votes_file)
    last: dict[tuple[str, str], int] = {}
    for participant, statement, vote in zip(
        column(votes, "voter-id", "voter"), column(votes, "comment-id", "comment"), votes["vote"], strict=True
    ):
        last[participant, statement] = int(vote)
    known = read(groups_file)
    groups = dict(zip(known["participant"], column(known, "group-id", "group"), strict=True))
    comments_file = first_of(folder, "comments.csv", "comments.tsv")
    rejected: list[int] = []
    if comments_file:
        comments = read(comments_file)
        rejected = [int(c) for c, m in zip(column(comments, "comment-id", "comment"), comments["moderated"], strict=True) if m == "-1"]
    begin = time.perf_counter()
    result = run_pipeline(
        votes=[{"participant_id": int(p), "statement_id": int(s), "vote": v} for (p, s), v in last.items()],
        mod_out_statement_ids=rejected,
        random_state=0,
    )
    seconds = time.perf_counter() - begin
    theirs = result.participants_df["cluster_id"].dropna()
    both = [p for p in theirs.index if isinstance(groups.get(str(p)), str) and groups[str(p)]]
    agreement = float(adjusted_rand_score([groups[str(p)] for p in both], [theirs[p] for p in both]))
    print(
        f"\n{folder.name}: {ours['votes']} votes, {ours['participants']} participants, {ours['statements']} statements\n"
        f"  Village    ARI {ours['ari_to_groups']:.3f}  {ours['groups_found']} groups, {ours['camps']} camps claimed "
        f"(split-half ARI {ours['split_half_ari']:.2f})  {ours['seconds']:.3f} s, with stability {ours['seconds_with_stability']:.3f} s, "
        f"one vote {ours['update_ms_p99']:.3f} ms at p99\n"
        f"  red-dwarf  ARI {agreement:.3f}  {theirs.nunique()} groups  {seconds:.3f} s: "
        f"ours {ours['ari_to_groups'] - agreement:+.3f}, {seconds / ours['seconds']:.1f} times the time"
    )
    keys = ("ari_to_groups", "camps", "split_half_ari", "seconds", "update_ms_p99")
    return {"Village": {key: ours[key] for key in keys}, "red-dwarf": {"ari_to_groups": agreement, "seconds": seconds}}


def folders(path: pathlib.Path | None, *needed: str) -> list[pathlib.Path]:
    return sorted(p for p in path.iterdir() if p.is_dir() and first_of(p, *needed)) if path else []


def main() -> None:
    warnings.filterwarnings("ignore")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--crowd", type=pathlib.Path)
    parser.add_argument("--polis", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    report = {
        "crowd": {folder.name: crowd(folder, options.quick) for folder in folders(options.crowd, "labels.tsv")},
        "polis": {folder.name: conversation(folder) for folder in folders(options.polis, "votes.csv", "votes.tsv")},
    }
    if options.json:
        options.json.write_text(json.dumps(report, indent=2, sort_keys=True))


if __name__ == "__main__":
    main()
