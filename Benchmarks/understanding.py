"""Measures how well Village understands, beside its peers: the same sentences taught, the same asked, in one run.

    make bench-understanding
    .venv-peers/bin/python Benchmarks/understanding.py [--quick] [--data DIR] [--json FILE] [PART …]

PART is any of: accuracy, scope, typos, lesson, newintent, fewshot, scale, encoder. Everything runs on one core. Read the
differences and the ratios: seconds differ from machine to machine.

The columns are Village on each of its tiers, and scikit-learn's TF-IDF of words and letters with LinearSVC (“SVC”) and
with LogisticRegression (“LR”), and MiniLM's sentence vectors with LogisticRegression. Tier 2 and the last of them use
the same encoder; tier 1 uses a table of word vectors made from it.
"""

import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict

import numpy
from threadpoolctl import threadpool_limits

from common import ROOT, percentile, village, village_prints, village_with_memory
from peers.learners import Learner, Outcome, Trial, Unavailable, Village, logistic_regression, minilm_logistic_regression, svc
from peers.minilm import MiniLM
from peers.sentences import MissingData, Rows, Sets, draw, in_scope, intents, mistyped, names, recombined
from peers.tables import LEARNERS, Comparison, Measure, Table, mean_accuracy, mean_of, measure

CACHE = ROOT / ".cache/peers"
QUICK_INTENTS = 30
TYPOS = 0.2
NEW_INTENT_DRAWS_MAX = 3


class Bench:
    """One run: its sentences, its learners, and what it tells while it works."""

    def __init__(self, sets: Sets, learners: list[Learner], draws: int) -> None:
        self.sets = sets
        self.learners = learners
        self.draws = draws
        self.begin = time.monotonic()

    def say(self, text: str) -> None:
        minutes, seconds = divmod(int(time.monotonic() - self.begin), 60)
        print(f"[{minutes:3}:{seconds:02}] {text}", file=sys.stderr, flush=True)

    def attempts(self, what: str, trial: Trial) -> dict[str, Outcome]:
        """Each learner's outcome. One that cannot take part is named once and then left out."""
        outcomes = {}
        for learner in list(self.learners):
            try:
                outcomes[learner.name] = outcome = learner.attempt(trial)
                self.say(f"{what}: {learner.name} {100 * outcome.accuracy:.1f}")
            except Unavailable as reason:
                self.learners.remove(learner)
                self.say(f"{learner.name} is left out: {reason}")
        return outcomes

    def clinc_full(self) -> Trial:
        """The whole of CLINC150; out of scope is asked but never taught. Accuracy, scope and cost are read off one trial."""
        return Trial(in_scope(self.sets.clinc("train")), self.sets.clinc("test"), self.sets.clinc("valid"))


def accuracy(bench: Bench) -> Table:
    """Accuracy with all examples taught; in scope only, the best guess taken."""
    banking = bench.attempts("BANKING77 full", Trial(bench.sets.banking("train"), bench.sets.banking("test")))
    clinc = bench.attempts("CLINC150 full", bench.clinc_full())
    return Table([measure("CLINC150 full", clinc, "accuracy"), measure("BANKING77 full", banking, "accuracy")])


def fewshot(bench: Bench) -> Table:
    """Accuracy with few examples of each intent, and for every learner the intent's name (underscores as blanks) as one
    example more; mean and standard deviation over the draws, which are the same for all."""
    measures = []
    sets = (
        ("CLINC150", in_scope(bench.sets.clinc("train")), in_scope(bench.sets.clinc("test"))),
        ("BANKING77", bench.sets.banking("train"), bench.sets.banking("test")),
    )
    for name, train, test in sets:
        for shots in (10, 5):
            drawn = [
                bench.attempts(f"{name}, {shots} each, draw {seed + 1}", Trial(draw(train, shots, seed) + names(train), test))
                for seed in range(bench.draws)
            ]
            measures.append(mean_accuracy(f"{name}, {shots} each and its name", drawn))
    return Table(measures)


def scope(bench: Bench) -> Table:
    """Telling apart what was never taught, on CLINC150: AUROC of the confidence (for SVC the largest decision value, for
    LR the largest probability), and accuracy in scope and recall out of scope with the threshold chosen on the
    validation rows where their mean is largest."""
    outcomes = bench.attempts("CLINC150 with out of scope", bench.clinc_full())
    right = measure("in scope and right", outcomes, "balanced_accuracy")
    apart = measure("out of scope and told apart", outcomes, "balanced_recall")
    return Table([measure("AUROC", outcomes, "auroc"), right, apart, mean_of("the mean of both", right, apart)])


def typos(bench: Bench) -> Table:
    """Accuracy on CLINC150 when the questions are mistyped: each word of two letters or more is hit with probability 0.2
    by one letter lost, added, changed or swapped. What was taught is clean, and the mistyped questions are the same for all."""
    full = bench.clinc_full()
    mistakes = Trial(full.train, mistyped(in_scope(full.test), TYPOS, seed=0))
    return Table([
        measure("clean", bench.attempts("CLINC150 clean", full), "accuracy"),
        measure("mistyped", bench.attempts("CLINC150 mistyped", mistakes), "accuracy"),
    ])


def newintent(bench: Bench) -> Table:
    """Ten new intents with 5 examples each beside CLINC150's other intents with all of theirs (100): how much is
    understood of what is asked of the new ones, and of the others; mean and standard deviation over draws of the ten."""
    train, test = in_scope(bench.sets.clinc("train")), in_scope(bench.sets.clinc("test"))
    of_new, of_others = [], []
    for seed in range(min(bench.draws, NEW_INTENT_DRAWS_MAX)):
        new = set(random.Random(seed).sample(intents(train), 10))
        new_train, other_train = parted(train, new)
        new_test, other_test = parted(test, new)
        taught = other_train + draw(new_train, 5, seed)
        of_new.append(bench.attempts(f"new intents, draw {seed + 1}", Trial(taught, new_test)))
        of_others.append(bench.attempts(f"other intents, draw {seed + 1}", Trial(taught, other_test)))
    few, many = mean_accuracy("asked of the new", of_new), mean_accuracy("asked of the others", of_others)
    return Table([few, many, mean_of("the mean of both", few, many)])


def parted(rows: Rows, some: set[str]) -> tuple[Rows, Rows]:
    return tuple(row for row in rows if row.intent in some), tuple(row for row in rows if row.intent not in some)


def lesson(bench: Bench) -> Table:
    """What one more lesson costs with all of CLINC150 taught, until it counts: ours is taught it, a peer is trained anew
    (without MiniLM's own time, since vectors can be kept). A question is a sentence that nobody has met. Medians; theirs
    is the processor's time and ours the clock's, so a busy machine is held against ours only. The ratio says how often
    ours fits into theirs."""
    outcomes = bench.attempts("CLINC150 full", bench.clinc_full())
    lessons = measure("a lesson", outcomes, "lesson_ms", "ms")
    questions = measure("a question", outcomes, "question_ms", "ms")
    both = {learner: lessons.values[learner] + questions.values[learner] for learner in lessons.values}
    return Table([
        lessons, questions, Measure("a lesson, then a question", "ms", both),
        measure("both, their 99th percentiles added", outcomes, "pair_ms_p99", "ms"),
        measure("to tell what a lesson would turn", outcomes, "foretell_ms", "ms"),
    ])


def scale(bench: Bench) -> Table:
    """Tier 1 with more and more sentences, made of CLINC150's by joining beginnings and ends: a lesson, a question, and
    the most memory that the program held, the sentences' file and the word table included. A sentence more costs what
    the difference of two sizes says."""
    test = in_scope(bench.sets.clinc("test"))[::20]
    sizes = [15_000, 100_000, 300_000] if bench.draws < 5 else [15_000, 100_000, 1_000_000]
    columns = [f"{size:,}" for size in sizes]
    lines = [
        Measure(name, unit, compared=False)
        for name, unit in (("a lesson", "ms"), ("a question, half within", "ms"), ("a question, 99 of 100 within", "ms"), ("memory", "MB"))
    ]
    for size, column in zip(sizes, columns):
        bench.say(f"{column} sentences")
        with tempfile.TemporaryDirectory(prefix="village-bench-") as folder:
            train, asked = (pathlib.Path(folder, f"{name}.tsv") for name in ("train", "test"))
            for file, rows in ((train, recombined(in_scope(bench.sets.clinc("train")), size, seed=0)), (asked, test)):
                file.write_text("".join(f"{row.text}\t{row.intent}\n" for row in rows), encoding="utf-8")
            figures, megabytes = village_with_memory(
                "evaluate", "intents", "--tier", "1", "--train", str(train), "--test", str(asked))
        values = (figures["update_ms_p50"], figures["predict_us_p50"] / 1000, figures["predict_us_p99"] / 1000, megabytes)
        for line, value in zip(lines, values):
            line.values[column] = value
    return Table(lines, tuple(columns), ())


def encoder(bench: Bench, rounds: int = 3) -> Table:
    """The sentence encoder: ours beside onnxruntime on one thread, the same weights and sentences, tokenising included;
    the best of three rounds in turn. And how near the vectors are: the cosine of the worst."""
    peer = MiniLM(CACHE)
    weights = str(peer.folder)
    sentences = [row.text for row in in_scope(bench.sets.clinc("test"))][::15]
    asked = "".join(f"{sentence}\n" for sentence in sentences)
    half = Measure("one sentence, half within", "ms")
    most = Measure("one sentence, 99 of 100 within", "ms")
    together = Measure("many together, each", "ms")
    cosine = Measure("cosine to onnxruntime's", "cosine", compared=False)

    def keep(who: str, p50: float, p99: float, each: float) -> None:
        for line, value in ((half, p50), (most, p99), (together, each)):
            line.values[who] = min(value, line.values.get(who, value))

    try:
        for number in range(rounds):
            bench.say(f"encoder: {len(sentences)} sentences, round {number + 1} of {rounds}")
            alone = [milliseconds(peer.encode_one, sentence) for sentence in sentences]
            each = milliseconds(peer.encode, sentences) / len(sentences)
            keep("onnxruntime", percentile(alone, 0.5), percentile(alone, 0.99), each)
            ours = village("encode", "--weights", weights, "--time", stdin=asked)
            keep("ours", ours["ms_p50"], ours["ms_p99"], ours["cpu_ms_mean_together"])
        printed = village_prints("encode", "--weights", weights, stdin=asked)
        vectors = numpy.array([line.split() for line in printed.splitlines()], dtype=float)
        cosines = (vectors * peer.encode(sentences)).sum(axis=1) / numpy.linalg.norm(vectors, axis=1)
        cosine.values["ours"] = float(cosines.min())
    except (OSError, subprocess.CalledProcessError) as error:
        bench.say(f"ours is left out: {getattr(error, 'stderr', None) or error}")
    return Table([half, most, together, cosine], ("ours", "onnxruntime"), (Comparison("ours to onnxruntime", "ours", ("onnxruntime",)),))


def milliseconds(work: Callable[..., object], *arguments: object) -> float:
    begin = time.perf_counter()
    work(*arguments)
    return (time.perf_counter() - begin) * 1000


PARTS: dict[str, Callable[[Bench], Table]] = {
    # Parts that teach the same follow each other, so that it is taught once.
    part.__name__: part for part in (accuracy, scope, typos, lesson, newintent, fewshot, scale, encoder)
}


def learners(wanted: list[str]) -> list[Learner]:
    makers: dict[str, Callable[[], Learner]] = {
        "tier 0": lambda: Village(0),
        "tier 1": lambda: Village(1),
        "tier 2": lambda: Village(2),
        "SVC": svc,
        "LR": logistic_regression,
        "MiniLM + LR": lambda: minilm_logistic_regression(MiniLM(CACHE)),
    }
    return [makers[name]() for name in wanted]


def use_one_core() -> None:
    """Ours and the peers alike, so that no ratio speaks of cores. What is started from here inherits it."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    threadpool_limits(limits=1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="*", help="default: all")
    parser.add_argument("--data", type=pathlib.Path, help="the folder with the public files; default: VILLAGE_DATA")
    parser.add_argument("--draws", type=int, default=5, help="how many draws of few examples; default: 5")
    parser.add_argument("--learner", action="append", choices=LEARNERS, help="only this one; may be repeated")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_INTENTS} intents and 2 draws: a look, not a measure")
    parser.add_argument("--json", type=pathlib.Path, help="write the figures to this file too")
    options = parser.parse_args()
    if unknown := set(options.part) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    use_one_core()
    sets = Sets(options.data or Sets.default_folder(ROOT), QUICK_INTENTS if options.quick else None)
    bench = Bench(sets, learners(options.learner or list(LEARNERS)), 2 if options.quick else options.draws)
    figures: dict[str, object] = {"quick": options.quick, "draws": bench.draws}
    if options.quick:
        print(f"A quick look: {QUICK_INTENTS} intents of each set. These figures are no measure of anything.\n")
    for name in options.part or PARTS:
        try:
            table = PARTS[name](bench)
        except MissingData as missing:
            raise SystemExit(str(missing)) from missing
        print(f"{name}: {' '.join((PARTS[name].__doc__ or '').split())}\n\n{table.markdown()}\n", flush=True)
        figures[name] = [asdict(measure) for measure in table.measures]
        if options.json:
            options.json.write_text(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
