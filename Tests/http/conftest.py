"""What the HTTP tests share: a village served for a file of tests, and its founder."""

import os
import random

import pytest

from client import enter
from village import village as new_village


@pytest.fixture(scope="module")
def village():
    with new_village() as place:
        yield place


@pytest.fixture(scope="module")
def founder(village):
    return enter(village)


@pytest.fixture
def seed(capsys):
    """A seed that is printed, so that a failure can be seen again: VILLAGE_SEED=… repeats it."""
    number = int(os.environ.get("VILLAGE_SEED") or random.SystemRandom().randrange(1 << 32))
    with capsys.disabled():
        print(f" seed {number} ", end="", flush=True)
    return number
