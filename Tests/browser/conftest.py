"""A real Chromium against a real server: what every browser test stands on."""

import os
import pathlib
import shutil
import sys

import pytest
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "http"))

from people import Person  # noqa: E402
from village import village as new_village  # noqa: E402


@pytest.fixture(scope="session")
def chromium():
    program = os.environ.get("VILLAGE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "there is no chromium; scripts/setup.sh test installs it"
    with sync_playwright() as playwright:
        # As root, Chromium has no sandbox of its own; small /dev/shm is common in containers.
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def village():
    """An empty village, one for each file of tests; its tests speak of different things."""
    with new_village() as place:
        yield place


@pytest.fixture(scope="module")
def founder_state(chromium, village, tmp_path_factory):
    """The founder's cookies, after taking the one-time link once."""
    file = tmp_path_factory.mktemp("state") / "founder.json"
    founder = Person(chromium.new_context(), village.url)
    founder.take_link(village.founder_link, name="Ana Ribeiro", login="ana")
    founder.context.storage_state(path=file)
    founder.context.close()
    return file


@pytest.fixture
def open_browser(chromium, village, founder_state):
    """Opens browsers for people: `open_browser()` for a visitor, `open_browser("founder")`; options are Playwright's."""
    contexts = []

    def open_one(who=None, **options):
        if who == "founder":
            options["storage_state"] = founder_state
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        return Person(context, village.url)

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def founder(open_browser):
    return open_browser("founder")


@pytest.fixture
def visitor(open_browser):
    return open_browser()
