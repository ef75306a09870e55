"""What stands around the composer, as a person sees it."""

from playwright.sync_api import expect
from screen import Playground


def test_the_images_close_when_one_was_attached(page, app_server):
    Playground(page, app_server.url)
    address = page.get_by_placeholder("https://example.com/picture.png")

    for name in ("a", "b"):
        page.get_by_role("button", name="Images").click()
        address.fill(f"https://example.com/{name}.png")
        address.press("Enter")
        page.get_by_role("button", name="Attach", exact=True).click()

        expect(page.get_by_role("button", name=f"example.com/{name}.png")).to_be_visible()
        expect(address).not_to_be_visible()


def test_a_refused_file_is_told_beside_the_composer_and_the_text_is_kept(
    page, app_server, screenshot
):
    playground = Playground(page, app_server.url)
    page.get_by_test_id("stChatInputFileUploadButton").locator("input").set_input_files(
        {"name": "d.png", "mimeType": "image/png", "buffer": b"broken"}
    )
    expect(page.get_by_text("d.png")).to_be_visible()
    playground.composer.fill("Look")
    expect(playground.button("Send message")).to_be_enabled()  # not before it is uploaded
    playground.composer.press("Enter")

    expect(page.get_by_text("Nothing was sent yet.")).to_be_in_viewport()
    expect(page.get_by_role("textbox", name="Not sent yet")).to_have_value("Look")
    screenshot("composer-held")
    playground.button("Send without it").click()
    expect(playground.messages.first).to_contain_text("Look")


def test_the_focus_goes_to_the_first_result_when_calls_arrive(page, app_server):
    playground = Playground(page, app_server.url)

    playground.say("What's the weather in Paris, France?")

    expect(playground.results.first).to_be_focused()


def test_the_focus_comes_back_to_the_composer_once_results_are_sent(page, app_server):
    playground = Playground(page, app_server.url)
    playground.say("What's the weather in Paris, France?")
    expect(playground.results.first).to_be_focused()

    playground.tab_to(playground.button("Send results"))
    page.keyboard.press("Enter")

    expect(playground.composer).to_be_focused()
