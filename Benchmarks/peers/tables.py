"""The table that is printed: what was measured, a column for each learner, and ours beside the best of theirs."""

import statistics
from dataclasses import dataclass, field

from peers.learners import Outcome

LEARNERS = ("tier 0", "tier 1", "tier 2", "SVC", "LR", "MiniLM + LR")


@dataclass(frozen=True)
class Comparison:
    """A column of the table: ours beside the best of theirs."""

    title: str
    ours: str
    theirs: tuple[str, ...]


WITHOUT_ENCODER = Comparison("tier 1 to the better of SVC, LR", "tier 1", ("SVC", "LR"))
WITH_ENCODER = Comparison("tier 2 to MiniLM + LR", "tier 2", ("MiniLM + LR",))


@dataclass
class Measure:
    """A line of the table: one figure of each learner. Shares are better when large, milliseconds when small."""

    name: str
    unit: str = "of 100"  # or "ms", "MB", "cosine"
    values: dict[str, float] = field(default_factory=dict)
    deviations: dict[str, float] = field(default_factory=dict)
    compared: bool = True  # not where one figure is bought with another

    def cell(self, learner: str) -> str:
        if learner not in self.values:
            return "–"
        value = self.values[learner]
        if self.unit == "of 100":
            deviation = f" ± {100 * self.deviations[learner]:.1f}" if learner in self.deviations else ""
            return f"{100 * value:.1f}{deviation}"
        return f"{value:.6f}" if self.unit == "cosine" else f"{plain(value)} {self.unit}"

    def compare(self, comparison: Comparison) -> str:
        """How much better ours is: the difference of shares, or how often ours fits into theirs."""
        ours = self.values.get(comparison.ours)
        theirs = [self.values[name] for name in comparison.theirs if name in self.values]
        if ours is None or not theirs or not self.compared:
            return "–"
        if self.unit == "of 100":
            return f"{100 * (ours - max(theirs)):+.1f}"
        return f"{plain(min(theirs) / ours)} ×"


def plain(value: float) -> str:
    """Three digits that count, never an exponent."""
    return f"{value:,.0f}" if value >= 100 else f"{float(f'{value:.3g}'):g}"


@dataclass
class Table:
    measures: list[Measure]
    columns: tuple[str, ...] = LEARNERS
    comparisons: tuple[Comparison, ...] = (WITHOUT_ENCODER, WITH_ENCODER)

    def markdown(self) -> str:
        columns = [name for name in self.columns if any(name in measure.values for measure in self.measures)]
        rows = [["", *columns, *(comparison.title for comparison in self.comparisons)]]
        for measure in self.measures:
            compared = [measure.compare(comparison) for comparison in self.comparisons]
            rows.append([measure.name, *map(measure.cell, columns), *compared])
        widths = [max(map(len, cells)) for cells in zip(*rows)]
        lines = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths)) for row in rows]
        lines.insert(1, " | ".join("-" * width for width in widths))
        return "\n".join(f"| {line} |" for line in lines)


def measure(name: str, outcomes: dict[str, Outcome], figure: str, unit: str = "of 100") -> Measure:
    found = {learner: getattr(outcome, figure) for learner, outcome in outcomes.items()}
    return Measure(name, unit, {learner: value for learner, value in found.items() if value is not None})


def mean_accuracy(name: str, draws: list[dict[str, Outcome]]) -> Measure:
    """Over draws, of each learner that took part in all of them."""
    found = {learner: [outcomes[learner].accuracy for outcomes in draws if learner in outcomes] for learner in draws[0]}
    whole = {learner: figures for learner, figures in found.items() if len(figures) == len(draws)}
    means = {learner: statistics.mean(figures) for learner, figures in whole.items()}
    deviations = {learner: statistics.stdev(figures) for learner, figures in whole.items() if len(figures) > 1}
    return Measure(name, values=means, deviations=deviations)


def mean_of(name: str, left: Measure, right: Measure) -> Measure:
    """Of two figures of which one is bought with the other, what to compare learners by."""
    left.compared = right.compared = False
    return Measure(name, left.unit, {learner: (left.values[learner] + right.values[learner]) / 2 for learner in left.values})
