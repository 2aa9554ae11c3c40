"""Village and its peers behind one question: taught these sentences, how are those understood?"""

import functools
import pathlib
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import FeatureUnion, make_pipeline, make_union
from sklearn.svm import LinearSVC

from common import village
from peers.minilm import MiniLM
from peers.sentences import OUT_OF_SCOPE, Rows


@dataclass(frozen=True)
class Trial:
    """What is taught, what is asked, and what the threshold for “none of these” may be chosen on (if anything)."""

    train: Rows
    test: Rows
    validation: Rows = ()


@dataclass(frozen=True)
class Outcome:
    """Shares are of 1. The scope figures are None where nothing out of scope was asked.

    `accuracy` is of the in-scope tests, the best guess taken. `balanced_*` are with the threshold on confidence that
    makes their mean largest on the validation rows. `lesson_ms` is what one more example costs before it counts, and
    `question_ms` one sentence alone; `foretell_ms` is what it costs to tell, before one more example is taught, which
    examples would be understood otherwise, None where nobody can tell. All three are medians; `pair_ms_p99` adds the
    99th percentiles of a lesson and of a question.
    """

    accuracy: float
    auroc: float | None
    balanced_accuracy: float | None
    balanced_recall: float | None
    lesson_ms: float
    question_ms: float
    foretell_ms: float | None = None
    pair_ms_p99: float | None = None


class Unavailable(Exception):
    """This learner cannot take part on this machine; the message says why."""


class Learner(Protocol):
    name: str

    def attempt(self, trial: Trial) -> Outcome: ...


class Village:
    """Ours, through the command line: the very code that answers people. A tier says how much it may draw on."""

    def __init__(self, tier: int) -> None:
        self.name = f"tier {tier}"
        self.tier = tier

    @functools.cache
    def attempt(self, trial: Trial) -> Outcome:
        with tempfile.TemporaryDirectory(prefix="village-bench-") as folder:
            arguments = ["evaluate", "intents", "--tier", str(self.tier)]
            for option in ("train", "test", "validation"):
                if rows := getattr(trial, option):
                    file = pathlib.Path(folder, f"{option}.tsv")
                    file.write_text("".join(f"{row.text}\t{row.intent}\n" for row in rows), encoding="utf-8")
                    arguments += [f"--{option}", str(file)]
            try:
                figures = village(*arguments)
            except (OSError, subprocess.CalledProcessError) as error:
                raise Unavailable(str(getattr(error, "stderr", None) or error).strip()) from error
        # Where nothing asked is out of scope and nothing was chosen to abstain by, the plain accuracy is the same figure.
        accuracy = figures.get("in_scope_accuracy_without_abstaining")
        return Outcome(
            accuracy=figures["accuracy"] if accuracy is None else accuracy,
            auroc=figures.get("auroc"),
            balanced_accuracy=figures.get("in_scope_accuracy") if trial.validation else None,
            balanced_recall=figures.get("oos_recall") if trial.validation else None,
            lesson_ms=figures["update_ms_p50"],
            question_ms=figures["predict_us_p50"] / 1000,
            foretell_ms=figures["foretell_ms_p50"],
            pair_ms_p99=figures["update_ms_p99"] + figures["predict_us_p99"] / 1000,
        )


class Model(Protocol):
    """What scikit-learn's estimators and pipelines have in common."""

    @property
    def classes_(self) -> numpy.ndarray: ...

    def fit(self, inputs: object, intents: list[str]) -> object: ...


class Peer:
    """A model of scikit-learn that is trained anew for each lesson, since none of these can be taught one more example."""

    def __init__(
        self,
        name: str,
        make: Callable[[], Model],
        confidence: str,
        features: Callable[[list[str]], object] = list,
        features_of_one: Callable[[str], object] = lambda text: [text],
    ) -> None:
        """`confidence` names the method of the model whose largest value says how sure it is. `features` are what the
        model is given for sentences and `features_of_one` the same for one that was never met."""
        self.name = name
        self.make = make
        self.confidence = confidence
        self.features = features
        self.features_of_one = features_of_one
        self.trained = functools.lru_cache(maxsize=1)(self._train)  # trials in a row often share what is taught

    @functools.cache
    def attempt(self, trial: Trial) -> Outcome:
        model, lesson_ms = self.trained(trial.train)
        truth, guesses, confidence = self._judge(model, trial.test)
        known = truth != OUT_OF_SCOPE
        auroc = balanced_accuracy = balanced_recall = None
        if not known.all():
            auroc = float(roc_auc_score(known, confidence))
        if trial.validation:
            threshold = balanced_threshold(*self._judge(model, trial.validation))
            sure = confidence >= threshold
            balanced_accuracy = float((sure & (guesses == truth))[known].mean())
            balanced_recall = float((~sure)[~known].mean())
        return Outcome(
            accuracy=float((guesses == truth)[known].mean()),
            auroc=auroc,
            balanced_accuracy=balanced_accuracy,
            balanced_recall=balanced_recall,
            lesson_ms=lesson_ms,
            question_ms=self._question_ms(model, trial.test),
        )

    def _train(self, train: Rows) -> tuple[Model, float]:
        """The model and what its training took. The time is the processor's: a busy machine is not held against a peer."""
        inputs = self.features([row.text for row in train])
        begin = time.process_time()
        model = self.make()
        model.fit(inputs, [row.intent for row in train])
        return model, (time.process_time() - begin) * 1000

    def _judge(self, model: Model, rows: Rows) -> tuple[numpy.ndarray, numpy.ndarray, numpy.ndarray]:
        """Of each row its intent, the best guess, and how sure the model is of it."""
        scores = getattr(model, self.confidence)(self.features([row.text for row in rows]))
        return numpy.array([row.intent for row in rows]), model.classes_[scores.argmax(axis=1)], scores.max(axis=1)

    def _question_ms(self, model: Model, rows: Rows, count: int = 200) -> float:
        times = []
        for row in rows[:: max(1, len(rows) // count)]:
            begin = time.process_time()
            getattr(model, self.confidence)(self.features_of_one(row.text))
            times.append((time.process_time() - begin) * 1000)
        return statistics.median(times)


def balanced_threshold(truth: numpy.ndarray, guesses: numpy.ndarray, confidence: numpy.ndarray) -> float:
    """The confidence from which to answer: where the mean of in-scope accuracy and out-of-scope recall is largest."""
    known = truth != OUT_OF_SCOPE
    right = numpy.sort(confidence[known & (guesses == truth)])
    strange = numpy.sort(confidence[~known])
    candidates = numpy.unique(confidence)
    accuracy = (len(right) - numpy.searchsorted(right, candidates)) / known.sum()
    recall = numpy.searchsorted(strange, candidates) / len(strange)
    return float(candidates[(accuracy + recall).argmax()])


def words_and_letters() -> FeatureUnion:
    """TF-IDF of words and pairs of them, and of 2 to 5 letters within words; short words count too."""
    return make_union(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"(?u)\b\w+\b"),
        TfidfVectorizer(ngram_range=(2, 5), sublinear_tf=True, analyzer="char_wb"),
    )


# The peers' constants were chosen on CLINC150's validation rows, from steps of about 3, with 5, 10 and all examples.
def svc() -> Peer:
    return Peer("SVC", lambda: make_pipeline(words_and_letters(), LinearSVC(C=3)), "decision_function")


def logistic_regression() -> Peer:
    return Peer("LR", lambda: make_pipeline(words_and_letters(), LogisticRegression(C=10, max_iter=1000)), "predict_proba")


def minilm_logistic_regression(encoder: MiniLM) -> Peer:
    return Peer(
        "MiniLM + LR", lambda: LogisticRegression(C=30, max_iter=1000), "predict_proba",
        features=encoder.vectors, features_of_one=encoder.encode_one,
    )
