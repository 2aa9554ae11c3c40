"""What a person does in the browser, by what they see: labels, buttons, sentences."""

import itertools
import re

from playwright.sync_api import expect

PASSWORD = "a long enough password"

_logins = itertools.count(1)


class Person:
    def __init__(self, context, url):
        self.context = context
        self.url = url
        self.page = context.new_page()
        self.page.set_default_timeout(15_000)
        # A page that breaks in the console is broken, whatever it shows.
        self.troubles = []
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.troubles.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    def go(self, path):
        self.page.goto(self.url + path if path.startswith("/") else path, wait_until="load")
        return self.page

    # Coming in

    def take_link(self, link, name, login=None):
        """Opens an invitation or the founder's link and joins where it asks who one is."""
        self.go(link)
        join = self.page.get_by_role("button", name="Join")
        if join.count():
            self.page.get_by_label("Your name").fill(name)
            self.page.get_by_label("Login").fill(login or f"person{next(_logins)}")
            self.page.get_by_label("Password").fill(PASSWORD)
            join.click()
        expect(self.page.locator("a.me", has_text="your account")).to_be_attached()
        return self

    def invite(self, role, group=""):
        """Makes an invitation and returns its link."""
        self.go("/people")
        self.page.get_by_role("radio", name=re.compile(rf"^{role}\b")).check()
        self.page.get_by_label("Among the").fill(group)
        self.page.get_by_role("button", name="Make the link").click()
        return self.page.get_by_label("Send it to them").input_value()

    # Teaching

    def teach(self, text):
        """Writes into the box and returns the newest result."""
        self.go("/teach")
        return self.teach_here(text)

    def teach_here(self, text):
        before = self.page.locator(".result").count()
        self.page.locator("#teach").fill(text)
        self.page.get_by_role("button", name="Teach", exact=True).click()
        results = self.page.locator("[data-results] .result")
        expect(results.filter(has_text=text[:40]).first).to_be_visible()
        assert results.count() >= min(before, 1)
        return results.filter(has_text=text[:40]).first

    def teach_and_confirm(self, text):
        """Teaches something far-reaching: reads what was understood and says yes."""
        result = self.teach(text)
        expect(result.get_by_role("button", name="Yes, that is what I mean")).to_be_visible()
        result.get_by_role("button", name="Yes, that is what I mean").click()
        recorded = self.page.locator("[data-results] .is-recorded").first
        expect(recorded).to_be_visible()
        return recorded

    # Asking

    def ask(self, text):
        """Asks on the Talk page and returns the answer."""
        self.go("/talk")
        return self.ask_here(text)

    def ask_here(self, text):
        turns = self.page.locator(".turn")
        before = turns.count()
        self.page.get_by_label("Ask a question").fill(text)
        self.page.get_by_role("button", name="Ask", exact=True).click()
        expect(turns).to_have_count(before + 1)
        answer = turns.nth(before).locator(".answer")
        expect(answer).to_be_visible()
        return answer

    def open_reasons(self, answer):
        answer.locator("summary", has_text="Because").click()
        return answer.locator(".reasons").first
