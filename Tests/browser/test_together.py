"""Several people in one village: live news, disagreements, newcomers."""

import re

from playwright.sync_api import expect


def test_a_colleagues_lesson_is_announced_and_moves_nothing(founder, open_browser):
    bruno = open_browser().take_link(founder.invite("teacher", "physicians"), "Bruno Costa")
    page = founder.go("/history")
    page.get_by_label("Speaks of").fill("half-writ")
    before = page.locator("#entries").inner_text()
    bruno.teach("The glycemic index of quinoa is 53.")
    news = page.locator("[data-news]")
    expect(news).to_be_visible()
    expect(page.get_by_label("Speaks of")).to_have_value("half-writ")
    assert page.locator("#entries").inner_text() == before
    news.get_by_role("button", name="Show").click()
    expect(page.locator("#entries")).to_contain_text("quinoa")
    expect(page.get_by_label("Speaks of")).to_have_value("half-writ")
    assert founder.troubles == [] and bruno.troubles == []


def test_a_disagreement_opens_is_discussed_and_settled(founder, open_browser):
    bruno = open_browser().take_link(founder.invite("teacher"), "Bruno Costa")
    founder.teach("The glycemic index of white rice is 89 (source: table A).")
    result = bruno.teach("The glycemic index of white rice is 73 (source: table B).")
    expect(result).to_contain_text("89")

    answer = bruno.ask("What is the glycemic index of white rice?")
    expect(answer).to_contain_text("89")
    expect(answer).to_contain_text("73")

    founder.go("/questions")
    founder.page.locator("#disagreements article", has_text="white rice").get_by_role("heading").get_by_role("link").click()
    page = founder.page
    expect(page.locator(".sides.large .side")).to_have_count(2)
    address = page.url

    bruno.go(address)
    bruno.page.get_by_label("Say something").fill("Long-cooked rice is nearer 89.")
    bruno.page.get_by_role("button", name="Say it").click()
    expect(bruno.page.locator("#comments")).to_contain_text("Long-cooked rice is nearer 89.")

    page.goto(address)
    expect(page.locator("#comments")).to_contain_text("Long-cooked rice is nearer 89.")
    page.get_by_label("One of them holds").check()
    page.locator(".settle label.choice", has_text="73").locator("input[name=winner]").check()
    page.get_by_label("Because", exact=True).fill("The pooled value fits what people cook at home.")
    page.get_by_role("button", name="Settle it").click()
    expect(page.locator(".settlement")).to_contain_text("pooled value")

    answer = founder.ask("What is the glycemic index of white rice?")
    expect(answer).to_contain_text("73")
    founder.go("/questions")
    expect(founder.page.locator("#disagreements article", has_text="white rice")).to_have_count(0)

    founder.go(address)
    founder.page.get_by_label("Or reopen it").fill("A new table came out.")
    founder.page.get_by_role("button", name="Reopen").click()
    expect(founder.page.get_by_role("button", name="Settle it")).to_be_visible()


def test_a_newcomers_lesson_waits_until_a_teacher_accepts_it(founder, open_browser, visitor):
    diego = open_browser().take_link(founder.invite("newcomer", "students"), "Diego Park")
    diego.teach("The glycemic index of a plantain is 40.")
    diego.go("/talk")
    expect(diego.ask_here("What is the glycemic index of a plantain?")).to_contain_text("40")
    diego.go("/talk?view=village")
    expect(diego.ask_here("What is the glycemic index of a plantain?")).to_have_class(re.compile("is-untaught"))
    expect(visitor.ask("What is the glycemic index of a plantain?")).to_have_class(re.compile("is-untaught"))

    founder.go("/questions")
    waiting = founder.page.locator("#review li", has_text="plantain")
    waiting.get_by_label("Because").fill("Agrees with our table.")
    waiting.get_by_role("button", name="Accept").click()
    expect(visitor.ask("What is the glycemic index of a plantain?")).to_contain_text("40")


def test_a_declined_lesson_does_not_reach_the_public(founder, open_browser, visitor):
    diego = open_browser().take_link(founder.invite("newcomer"), "Diego Park")
    diego.teach("The glycemic index of a durian is 4.")
    founder.go("/questions")
    waiting = founder.page.locator("#review li", has_text="durian")
    waiting.get_by_label("Because").fill("That is no measured value.")
    waiting.get_by_label("To decline it, by the rule").select_option("Not true")
    waiting.get_by_role("button", name="Decline").click()
    expect(founder.page.locator("#review li", has_text="durian")).to_have_count(0)
    expect(visitor.ask("What is the glycemic index of a durian?")).to_have_class(re.compile("is-untaught"))


def test_two_edits_at_once_lose_neither(founder, open_browser):
    """The second of two browsers that edit one lesson is shown both versions."""
    founder.teach("The glycemic index of a fig is 61.")
    founder.page.locator(".is-recorded a.said").first.click()
    lesson = founder.page.url
    other = open_browser("founder")
    other.go(lesson)
    for person, value in ((founder, "62"), (other, "63")):
        person.page.locator("form[action$='/revisions'] textarea[name=text]").fill(f"The glycemic index of a fig is {value}.")
    founder.page.locator("form[action$='/revisions']").get_by_role("button").first.click()
    expect(founder.page.locator("main")).to_contain_text("62")
    other.page.locator("form[action$='/revisions']").get_by_role("button").first.click()
    expect(other.page.locator("main")).to_contain_text("62")
    expect(other.page.locator("main")).to_contain_text("63")


def test_a_visitor_only_talks(visitor):
    visitor.go("/teach")
    expect(visitor.page.locator("#teach")).to_have_count(0)
    expect(visitor.page.get_by_role("link", name="Sign in").first).to_be_visible()


def test_opinions_are_seen_as_a_group_teaches_them(founder, open_browser):
    clara = open_browser().take_link(founder.invite("teacher", "nurses"), "Clara Mendes")
    founder.teach("The glycemic index of couscous is 65.")
    clara.teach("The glycemic index of couscous is 69.")
    founder.go("/talk")
    expect(founder.ask_here("What is the glycemic index of couscous?")).to_contain_text("Opinions differ")
    founder.page.get_by_label("Seen").select_option(label="as the nurses teach it")
    founder.page.wait_for_url(re.compile("view=group"))
    answer = founder.ask_here("What is the glycemic index of couscous?")
    expect(answer).to_contain_text("is 69")
    expect(answer).to_contain_text("As the nurses teach it.")


def test_a_lesson_is_disputed_put_to_colleagues_and_all_of_a_prank_is_taken_back(founder, open_browser):
    breno = open_browser().take_link(founder.invite("teacher"), "Breno Prado")
    breno.teach("A tomato is a dessert.")
    founder.go("/history")
    founder.page.get_by_role("link", name="A tomato is a dessert.").first.click()
    founder.page.get_by_label("What do you think? Your reason").fill("Nobody serves it as one.")
    founder.page.get_by_role("button", name="I dispute it").click()
    expect(founder.page.locator("#opinions")).to_contain_text("Nobody serves it as one.")
    expect(founder.page.locator("#deliberation")).to_contain_text("contested")
    lesson = founder.page.url.split("#")[0]

    founder.go("/people")
    founder.page.get_by_role("link", name="Breno Prado").first.click()
    founder.page.get_by_role("link", name="Take back what they did").click()
    founder.page.get_by_text("Take back all that Breno Prado did").click()
    founder.page.get_by_label("Because").fill("a prank")
    founder.page.get_by_label("By the village’s rule").select_option("Spam or nonsense")
    founder.page.get_by_label("I am sure").check()
    founder.page.get_by_role("button", name="Take them back").click()
    expect(founder.page.get_by_role("heading", name="An act")).to_be_visible()
    founder.go(lesson)
    expect(founder.page.locator("#state")).to_contain_text("a prank")
    founder.page.get_by_role("link", name="was taken back").click()
    founder.page.get_by_role("button", name="Undo").first.click()
    expect(founder.page.get_by_text("That was taken back.").first).to_be_visible()
    founder.go(lesson)
    expect(founder.page.locator("#state")).not_to_contain_text("a prank")


def test_a_group_is_founded_and_the_pages_about_the_community_are_read(founder):
    founder.go("/groups")
    founder.page.get_by_label("What are you called?").fill("tasters")
    founder.page.get_by_label("What are you for?").fill("We say how food tastes.")
    founder.page.get_by_role("button", name="Found it").click()
    expect(founder.page.get_by_role("heading", name="tasters")).to_be_visible()
    for address, title in [
        ("/views", "Points of view"),
        ("/community", "How the community fares"),
        ("/policy", "How lessons come to count"),
    ]:
        founder.go(address)
        expect(founder.page.get_by_role("heading", name=title, exact=True)).to_be_visible()
