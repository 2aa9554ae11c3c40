"""The first ten minutes of someone who knows about food and nothing about machines."""

import re

from playwright.sync_api import expect


def test_the_link_signs_the_founder_in(founder):
    founder.go("/people")
    member = founder.page.locator(".member", has_text="Ana Ribeiro")
    expect(member).to_contain_text("founder")
    expect(member).to_contain_text("you")


def test_the_link_works_once(village, visitor):
    visitor.go(village.founder_link)
    expect(visitor.page.locator("a.me", has_text="your account")).to_have_count(0)


def test_an_empty_village_says_what_to_do_first(village, founder):
    founder.go("/")
    expect(founder.page.get_by_role("heading", level=1)).to_be_visible()
    expect(founder.page.get_by_role("link", name=re.compile("Begin with|Teach")).first).to_be_visible()


def test_a_fact_is_taught_answered_with_its_reasons_and_undone(founder):
    result = founder.teach("The glycemic index of a banana is 51 (source: Atkinson 2021).")
    expect(result).to_contain_text("Recorded")
    expect(result).to_contain_text("Atkinson 2021")

    answer = founder.ask("What is the glycemic index of a banana?")
    expect(answer).to_contain_text("51")
    reasons = founder.open_reasons(answer)
    expect(reasons).to_contain_text("Ana Ribeiro")
    expect(reasons).to_contain_text("Atkinson 2021")

    founder.go("/history")
    entry = founder.page.locator("li", has_text="glycemic index of a banana is 51").first
    entry.get_by_role("button", name="Undo").click()
    expect(entry).to_contain_text("taken back")
    expect(founder.ask("What is the glycemic index of a banana?")).to_have_class(re.compile("is-untaught"))


def test_other_words_and_a_typo_are_understood(founder):
    founder.teach("The glycemic index of a papaya is 60.")
    founder.teach("GI means glycemic index.")
    expect(founder.ask("whats the GI of papayas?")).to_contain_text("60")
    expect(founder.ask("What is the glycemic indx of a papaya?")).to_contain_text("60")


def test_an_answer_is_kept_as_a_test_and_watched(founder):
    founder.teach("The glycemic index of a quince is 35.")
    answer = founder.ask("What is the glycemic index of a quince?")
    answer.get_by_role("button", name="Keep as a test").click()
    expect(founder.page.get_by_text("Kept as a test").first).to_be_visible()
    founder.go("/questions")
    test = founder.page.locator("#tests li", has_text="quince")
    expect(test).to_contain_text("as it should be")
    founder.go("/history")
    entry = founder.page.locator("li", has_text="glycemic index of a quince is 35").last
    entry.get_by_role("button", name="Undo").click()
    founder.go("/questions")
    expect(founder.page.locator("#tests li", has_text="quince")).to_contain_text("answered otherwise")


def test_a_rule_is_read_back_before_it_counts(founder):
    founder.teach("The glycemic index of lentils is 32.")
    founder.teach("Lentils are foods.")
    founder.teach_and_confirm("A food is low-GI if its glycemic index is at most 55.")
    answer = founder.ask("Are lentils low-GI?")
    expect(answer).to_contain_text(re.compile("yes", re.IGNORECASE))
    reasons = founder.open_reasons(answer)
    expect(reasons).to_contain_text("at most 55")
    expect(reasons).to_contain_text("32")


def test_what_cannot_be_read_is_kept_as_a_note(founder):
    result = founder.teach("Somehow the plantains when cooling rather tends towards whatever, less so mashed.")
    expect(result).to_contain_text("kept your sentence")


def test_what_was_not_taught_is_not_said(founder, visitor):
    answer = visitor.ask("What is the glycemic index of jackfruit?")
    expect(answer).to_have_class(re.compile("is-untaught"))
    founder.go("/questions")
    expect(founder.page.locator(".hand", has_text="jackfruit")).to_be_visible()


def test_a_raised_hand_is_taught_from_the_chat(founder):
    answer = founder.ask("What is the glycemic index of a lychee?")
    expect(answer).to_have_class(re.compile("is-untaught"))
    founder.page.get_by_label("Teach me?").last.fill("The glycemic index of a lychee is 57.")
    founder.page.locator(".teach-here").last.get_by_role("button", name="Teach").click()
    expect(founder.page.locator(".result", has_text="lychee").first).to_contain_text("Recorded")
    expect(founder.ask("What is the glycemic index of a lychee?")).to_contain_text("57")


def test_an_answer_is_corrected_where_it_stands(founder):
    founder.teach("The glycemic index of a pear is 83.")
    answer = founder.ask("What is the glycemic index of a pear?")
    expect(answer).to_contain_text("83")
    answer.locator("summary", has_text="wrong").click()
    wrong = answer.locator("form.wrong")
    wrong.get_by_label("This fact").check()
    wrong.locator("input[name=lesson]").first.check()
    wrong.get_by_label("What is right?").fill("The glycemic index of a pear is 38.")
    wrong.get_by_role("button", name="Show me what changes").click()
    confirm = founder.page.get_by_role("button", name="Yes, that is what I mean")
    expect(confirm.or_(founder.page.get_by_text("Recorded")).first).to_be_visible()
    if confirm.count():
        confirm.first.click()
        expect(founder.page.get_by_text("Recorded").first).to_be_visible()
    answer = founder.ask("What is the glycemic index of a pear?")
    expect(answer).to_contain_text("38")
    expect(answer).not_to_contain_text("83")


def test_a_concept_page_reads_like_a_fact_sheet(founder):
    founder.teach("A mango is a fruit.")
    founder.teach("The glycemic index of a mango is 51.")
    founder.go("/knowledge?q=mango")
    founder.page.get_by_role("link", name="mango", exact=True).first.click()
    expect(founder.page.get_by_role("heading", level=1)).to_contain_text(re.compile("mango", re.IGNORECASE))
    expect(founder.page.locator("main")).to_contain_text("51")
    expect(founder.page.locator("main")).to_contain_text("Ana Ribeiro")
