"""The Answers tab in a real browser: an answer and a fault are set up, saved and found again."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect


class Answers:
    """One tab on the Tools page, turned to Answers."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        page.goto(f"{url}/tools")
        expect(page.get_by_role("heading", name="get_weather")).to_be_visible()
        self.turn()

    def turn(self) -> None:
        self.page.get_by_role("tab", name="Answers").click()
        expect(self.page.get_by_text("Add an answer")).to_be_visible()
        self.rest()

    def rest(self) -> None:
        """Until the script has run to its end."""
        self.page.wait_for_timeout(200)
        self.page.locator('[data-test-script-state="notRunning"]').first.wait_for()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    @property
    def margin(self) -> dict:
        frame = self.page.frame_locator(".st-key-workshop-editor iframe")
        text = frame.locator("#ace-editor").evaluate("editor => editor.env.editor.getValue()")
        return json.loads(text)[0]["x-switchboard"]


@pytest.fixture
def server(serve_app):
    return serve_app()


def set_up(answers: Answers) -> None:
    """A fixed answer for Paris, and a fault one time in ten."""
    page = answers.page
    answers.button("Add").click()
    page.get_by_label("Result", exact=True).fill('{"sky": "grey"}')
    page.get_by_label("Result", exact=True).press("Control+Enter")
    answers.button("Only for some arguments").click()
    page.get_by_label("Value", exact=True).fill("Paris")
    page.get_by_label("Value", exact=True).press("Enter")
    expect(page.get_by_text('when location is "Paris"')).to_be_visible()
    page.get_by_text("Faults on purpose").click()
    chance = page.get_by_label("Time-out: chance in percent")
    chance.fill("10")
    chance.press("Enter")
    expect(page.get_by_text("10 % of the results get a fault")).to_be_visible()


def test_an_answer_and_a_fault_are_there_after_saving_and_coming_back(page, server, screenshot):
    answers = Answers(page, server.url)
    set_up(answers)
    screenshot("tools-answers-set-up")

    answers.button("Save").click()
    page.get_by_label("What changed").fill("Paris is grey")
    page.get_by_label("What changed").press("Enter")
    expect(page.get_by_text("Saved · 1 version")).to_be_visible()
    answers.rest()
    page.reload()
    expect(page.get_by_role("heading", name="get_weather")).to_be_visible()
    answers.turn()

    expect(page.get_by_text('when location is "Paris"')).to_be_visible()
    assert answers.margin == {
        "responders": [
            {
                "kind": "fixed",
                "when": {
                    "properties": {"location": {"const": "Paris"}},
                    "required": ["location"],
                },
                "result": {"sky": "grey"},
            }
        ],
        "faults": {"chances": {"time_out": 0.1}},
    }


def test_the_keyboard_alone_adds_an_answer_and_moves_it(page, server):
    answers = Answers(page, server.url)
    answers.button("Add").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Result", exact=True)).to_be_visible()
    answers.rest()
    page.locator("summary", has_text="Add an answer").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Who or what answers")).to_be_visible()
    answers.rest()
    page.get_by_role("radio", name="Fixed").focus()
    page.keyboard.press("ArrowUp")
    answers.rest()
    answers.button("Add").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Never answers")).to_be_visible()
    answers.rest()

    answers.button("Move up: answer 2").focus()
    page.keyboard.press("Enter")

    expect(answers.button("Move up: answer 1")).to_be_disabled()
    answers.rest()
    assert [one["kind"] for one in answers.margin["responders"]] == ["hand", "fixed"]


@pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "light"), (1280, "dark"), (800, "light"), (800, "dark")]
)
def test_it_fits_the_screen(open_tab, server, screenshot, width, scheme):
    tab = open_tab(viewport={"width": width, "height": 1100}, color_scheme=scheme)
    answers = Answers(tab, server.url)
    set_up(answers)
    answers.rest()
    tab.get_by_text("Faults on purpose").click()
    answers.rest()
    tab.locator("summary", has_text="Add an answer").click()
    answers.rest()

    screenshot(f"tools-answers-{width}-{scheme}", tab)

    wide = tab.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
