"""The folds of the settings, which are drawn once they are open."""

from playwright.sync_api import expect
from screen import Playground


def test_groups_stay_open_when_their_fold_is_closed_and_in_a_new_conversation(server, page):
    playground = Playground(page, server.url)
    fold = page.locator("summary", has_text="More settings")
    top_p = page.get_by_role("spinbutton", name="Top p")
    expect(page.get_by_text("Sampling", exact=True)).to_have_count(0)

    fold.click()
    page.locator("summary", has_text="Sampling").click()
    expect(top_p).to_be_visible()
    fold.click()
    expect(top_p).to_have_count(0)
    fold.click()
    expect(top_p).to_be_visible()

    playground.say("Hi")
    expect(playground.messages.last).to_contain_text("Hello from the scripted gateway.")
    playground.button("New conversation").click()
    expect(playground.messages).to_have_count(0)
    expect(top_p).to_be_visible()
