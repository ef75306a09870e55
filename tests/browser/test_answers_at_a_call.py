"""The answers of a tool, edited where a call of it waits."""

from playwright.sync_api import expect
from screen import Playground


def test_an_answer_that_is_added_at_a_call_is_there_at_once_and_can_be_tried(open_tab, app_server):
    page = open_tab(viewport={"width": 1280, "height": 1200})
    playground = Playground(page, app_server.url)
    playground.say("What is the weather in Paris?")
    playground.button("Answers of this tool").click()
    page.get_by_text("Template", exact=True).click()
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("answers this call")).to_be_visible()
    expect(page.get_by_text("From a template")).to_have_count(1)

    page.locator("summary", has_text="Try it").click()
    arguments = page.get_by_role("textbox", name="Arguments")
    arguments.fill('{"location": "Oslo"}')
    arguments.press("Control+Enter")

    expect(page.get_by_test_id("stCode").filter(has_text="Oslo")).to_be_visible()
