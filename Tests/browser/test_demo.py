"""The demonstration village: what it says, and a picture of every page.

VILLAGE_SCREENSHOTS names a folder for the pictures; without it none are kept.
"""

import os
import pathlib
import re

import pytest
from playwright.sync_api import expect

from people import Person
from village import village as new_village

WIDTHS = {1280: {"width": 1280, "height": 900}, 390: {"width": 390, "height": 844}}


@pytest.fixture(scope="module")
def demo(chromium, tmp_path_factory):
    with new_village("demo", timeout=300) as place:
        ana = Person(chromium.new_context(), place.url)
        ana.take_link(place.founder_link, "Ana Ribeiro")
        state = tmp_path_factory.mktemp("demo") / "ana.json"
        ana.context.storage_state(path=state)
        ana.context.close()
        place.state = state
        yield place


@pytest.fixture
def ana(chromium, demo):
    context = chromium.new_context(storage_state=demo.state, viewport=WIDTHS[1280])
    yield Person(context, demo.url)
    context.close()


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("What is the glycemic index of a banana?", "51"),
        ("Is a banana low-GI?", "yes"),
        ("Which fruits are low-GI?", "apple"),
        ("How many carbs are in 150 g of white rice?", "42"),
        ("Does a banana contain gluten?", "no"),
        ("What is hypoglycemia?", "too low"),
        ("What are the symptoms of a hypo?", "sweating"),
        ("can i have some choclate cake?", "portion"),
        ("my sugar is 50, what do I do?", "15 g"),
        ("how many units should I take for a pizza?", "care team"),
    ],
)
def test_it_answers_what_people_ask_first(ana, question, wanted):
    expect(ana.ask(question)).to_contain_text(re.compile(wanted, re.IGNORECASE))


def test_it_says_that_opinions_differ(ana):
    answer = ana.ask("What is the glycemic index of white rice?")
    for said in ("89", "73", "Bruno"):
        expect(answer).to_contain_text(said)


def test_it_says_that_it_is_no_medical_advice(ana):
    for path in ("/", "/talk", "/teach"):
        ana.go(path)
        expect(ana.page.locator("body")).to_contain_text("no medical advice")


def test_all_that_its_people_say_was_understood(demo):
    assert "not understood" not in demo.log_text()


def test_a_lesson_waits_and_hands_are_raised(ana):
    ana.go("/questions")
    expect(ana.page.locator("#review")).to_contain_text("Diego Park")
    expect(ana.page.locator("#hands")).to_contain_text("jackfruit")
    expect(ana.page.locator("#disagreements article")).not_to_have_count(0)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_has_its_picture(chromium, demo, width):
    context = chromium.new_context(storage_state=demo.state, viewport=WIDTHS[width])
    ana = Person(context, demo.url)

    def picture(name):
        expect(ana.page.get_by_role("heading", level=1)).to_be_attached()
        assert ana.page.evaluate("document.documentElement.scrollWidth") <= width, f"{name} is wider than {width} px"
        if folder := os.environ.get("VILLAGE_SCREENSHOTS"):
            pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
            ana.page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)

    ana.ask("What is the glycemic index of white rice?")
    ana.open_reasons(ana.ask_here("Is an apple low-GI?"))
    picture("because")
    ana.ask("can my child eat a mango before bed")
    hearing = ana.page.get_by_role("link", name="How I understood it").last.get_attribute("href")

    ana.go("/questions")
    disagreement = ana.page.locator("#disagreements article h3 a").first.get_attribute("href")
    kind = ana.page.locator(".kind", has_text="whether a food is allowed").get_by_text("All about this").get_attribute("href")
    ana.go("/knowledge?q=white+rice")
    concept = ana.page.get_by_role("link", name="white rice", exact=True).first.get_attribute("href")
    ana.go(concept)
    lesson = ana.page.locator(".line a.said").first.get_attribute("href")
    pages = {
        "home": "/", "talk": "/talk", "teach": "/teach", "knowledge": "/knowledge", "search": "/knowledge?q=rice",
        "concept": concept, "lesson": lesson, "questions": "/questions", "disagreement": disagreement, "people": "/people",
        "person": "/people/bruno", "history": "/history", "account": "/account", "import": "/import", "sign-in": "/sign-in",
        "not-found": "/nowhere", "hearing": hearing, "kind": kind, "understanding": "/questions/understanding",
    }  # fmt: skip
    for name, path in pages.items():
        ana.go(path)
        picture(name)
    assert ana.troubles == []
    context.close()
