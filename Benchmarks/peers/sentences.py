"""The sentences: the public sets as they are, and what is drawn from them by a seed. Whatever is drawn here is given to
Village and to every peer alike, as the same list."""

import os
import pathlib
import random
from collections import defaultdict
from typing import NamedTuple

OUT_OF_SCOPE = "oos"
PLACES = """\
Put the public files into one folder and name it by --data or VILLAGE_DATA:
  clinc150/full/{train,valid,test}.tsv   from data/data_full.json of the project clinc/oos-eval (out of scope: “oos”)
  banking77/{train,test}.tsv             from banking_data/ of PolyAI-LDN/task-specific-datasets
One sentence a line: the sentence, a tab, its intent; no header and no quoting."""


class Row(NamedTuple):
    text: str
    intent: str


Rows = tuple[Row, ...]


class MissingData(Exception):
    """The public files are not where they were looked for; the message says where to get them."""


class Sets:
    """The public sets in a folder. With `intents_max` only that many intents of each, for a quick look."""

    def __init__(self, folder: pathlib.Path, intents_max: int | None = None) -> None:
        self.folder = folder
        self.intents_max = intents_max

    @staticmethod
    def default_folder(root: pathlib.Path) -> pathlib.Path:
        return pathlib.Path(os.environ.get("VILLAGE_DATA") or root.parent / "shared/data")

    def clinc(self, split: str) -> Rows:
        """`split` is train, valid or test; the rows out of scope are among them."""
        return self._read(f"clinc150/full/{split}.tsv")

    def banking(self, split: str) -> Rows:
        """`split` is train or test."""
        return self._read(f"banking77/{split}.tsv")

    def _read(self, name: str) -> Rows:
        path = self.folder / name
        if not path.is_file():
            raise MissingData(f"There is no {name} in “{self.folder}”.\n{PLACES}")
        rows = [Row(*line.split("\t")) for line in path.read_text(encoding="utf-8").splitlines()]
        kept = {*intents(rows)[: self.intents_max], OUT_OF_SCOPE}
        return tuple(row for row in rows if row.intent in kept)


def intents(rows: Rows | list[Row]) -> list[str]:
    return sorted({row.intent for row in rows} - {OUT_OF_SCOPE})


def in_scope(rows: Rows) -> Rows:
    return tuple(row for row in rows if row.intent != OUT_OF_SCOPE)


def draw(rows: Rows, shots: int, seed: int) -> Rows:
    """`shots` sentences of each intent; of one seed, a smaller draw is part of a larger one."""
    sentences = defaultdict(list)
    for row in rows:
        sentences[row.intent].append(row)
    drawn = []
    for intent in intents(rows):
        random.Random(f"{seed} {intent}").shuffle(sentences[intent])
        drawn += sentences[intent][:shots]
    return tuple(drawn)


def names(rows: Rows) -> Rows:
    """Each intent's name as a sentence of its own: what a teacher gives without being asked."""
    return tuple(Row(intent.replace("_", " "), intent) for intent in intents(rows))


def mistyped(rows: Rows, share: float, seed: int) -> Rows:
    """Each word of two letters or more is hit with probability `share` by one letter lost, added, changed or swapped."""
    chance = random.Random(seed)

    def mistype(word: str) -> str:
        if len(word) < 2 or chance.random() >= share:
            return word
        place, letter = chance.randrange(len(word)), chance.choice("abcdefghijklmnopqrstuvwxyz")
        before, after = word[:place], word[place + 1 :]
        swap = min(place, len(word) - 2)
        return chance.choice((
            before + after,
            before + letter + word[place:],
            before + letter + after,
            word[:swap] + word[swap + 1] + word[swap] + word[swap + 2 :],
        ))

    return tuple(Row(" ".join(map(mistype, row.text.split(" "))), row.intent) for row in rows)


def recombined(rows: Rows, count: int, seed: int) -> Rows:
    """As many sentences as wanted, each the beginning of one and the end of another, meaning what the first does: new
    sentences of the old words, for measuring size, not understanding."""
    chance = random.Random(seed)
    made = []
    while len(made) < count:
        first, second = chance.choice(rows), chance.choice(rows)
        words, others = first.text.split(), second.text.split()
        made.append(Row(" ".join(words[: (len(words) + 1) // 2] + others[len(others) // 2 :]), first.intent))
    return tuple(made)
