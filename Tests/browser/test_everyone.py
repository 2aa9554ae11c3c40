"""The pages work on a phone, without script, by keyboard, and with text that means harm."""

import pytest
from playwright.sync_api import expect

PLACES = [
    "/", "/talk", "/teach", "/knowledge", "/questions", "/people", "/history", "/account", "/import",
    "/groups", "/views", "/community", "/policy",
]

# Every field has a name for those who cannot see it; every page one heading, a language and its landmarks.
AUDIT = """() => {
  const found = [];
  const named = (e) => (e.labels && e.labels.length) || e.getAttribute("aria-label") || e.getAttribute("aria-labelledby") || e.title;
  for (const e of document.querySelectorAll("input:not([type=hidden]), textarea, select")) {
    if (!named(e)) found.push("field without a label: " + e.outerHTML.slice(0, 120));
  }
  for (const e of document.querySelectorAll("button, a[href]")) {
    if (!(e.textContent.trim() || e.getAttribute("aria-label"))) found.push("control without a name: " + e.outerHTML.slice(0, 120));
  }
  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) found.push("id used twice: " + id);
  if (document.querySelectorAll("h1").length !== 1) found.push("headings of level 1: " + document.querySelectorAll("h1").length);
  if (!document.documentElement.lang) found.push("no language");
  for (const landmark of ["main", "nav", "header", "footer"]) {
    if (!document.querySelector(landmark)) found.push("no " + landmark);
  }
  return found;
}"""


@pytest.mark.parametrize("path", PLACES)
def test_a_page_has_names_for_everything(founder, path):
    founder.go(path)
    assert founder.page.evaluate(AUDIT) == []
    assert founder.troubles == []


@pytest.mark.parametrize("path", PLACES)
def test_a_page_fits_a_phone(open_browser, path):
    phone = open_browser("founder", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    phone.go(path)
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_teaching_and_asking_on_a_phone(open_browser):
    phone = open_browser("founder", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    expect(phone.teach("The glycemic index of a plum is 39.")).to_contain_text("Recorded")
    expect(phone.ask("What is the glycemic index of a plum?")).to_contain_text("39")


def test_teaching_asking_and_undoing_without_script(open_browser):
    plain = open_browser("founder", java_script_enabled=False)
    result = plain.teach("The glycemic index of a kiwi is 58.")
    expect(result).to_contain_text("Recorded")
    answer = plain.ask("What is the glycemic index of a kiwi?")
    expect(answer).to_contain_text("58")
    expect(plain.open_reasons(answer)).to_contain_text("Ana Ribeiro")
    plain.go("/history")
    plain.page.locator("li", has_text="glycemic index of a kiwi").first.get_by_role("button", name="Undo").click()
    expect(plain.page.locator(".said-so")).not_to_be_empty()
    plain.go("/talk")
    expect(plain.ask_here("What is the glycemic index of a kiwi?")).not_to_contain_text("58")


def test_a_rule_is_confirmed_without_script(open_browser):
    plain = open_browser("founder", java_script_enabled=False)
    plain.teach_and_confirm("A food is high-GI if its glycemic index is at least 70.")


def test_the_keyboard_alone_is_enough(founder):
    founder.go("/history")
    founder.page.keyboard.press("Tab")
    expect(founder.page.locator("a.skip")).to_be_focused()
    founder.page.keyboard.press("/")
    founder.page.wait_for_url("**/talk")
    founder.page.keyboard.press("/")
    expect(founder.page.get_by_label("Ask a question")).to_be_focused()
    founder.page.keyboard.type("What is a banana?")
    founder.page.keyboard.press("Enter")
    expect(founder.page.locator(".turn .answer").last).to_be_visible()


def test_harmful_text_is_shown_and_never_run(founder):
    harm = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    founder.teach(f"A durian {harm} is a fruit.")
    founder.ask(f"What is {harm}?")
    for path in ("/talk", "/teach", "/history", "/questions"):
        founder.go(path)
        assert founder.page.locator("main img[src=x]").count() == 0
    assert founder.troubles == []


def test_the_page_may_load_nothing_from_elsewhere(founder):
    asked = []
    founder.page.on("request", lambda request: asked.append(request.url))
    response = founder.page.goto(founder.url + "/talk")
    assert all(url.startswith(founder.url) for url in asked)
    policy = response.headers["content-security-policy"]
    assert "default-src 'self'" in policy and "unsafe" not in policy
