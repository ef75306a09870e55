"""The Playground as the eyes and hands of a person: what is on the screen, and where to click."""

from playwright.sync_api import Locator, Page, expect


class Playground:
    """One tab on the Playground."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        page.goto(url)
        expect(self.composer).to_be_visible()

    @property
    def composer(self) -> Locator:
        return self.page.get_by_test_id("stChatInputTextArea")

    @property
    def messages(self) -> Locator:
        return self.page.get_by_test_id("stChatMessage")

    @property
    def results(self) -> Locator:
        """The editors of results that the model waits for."""
        return self.page.get_by_role("textbox", name="Result", exact=True)

    @property
    def editor(self) -> Locator:
        """The lines of the toolset's editor."""
        return self._ace.locator(".ace_content")

    @property
    def marked_lines(self) -> Locator:
        return self._ace.locator(".ace_gutter-cell.ace_error")

    @property
    def _ace(self) -> Locator:
        return self.page.frame_locator('iframe[title="streamlit_ace.streamlit_ace"]').locator(
            "body"
        )

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def say(self, text: str) -> None:
        expect(self.composer).to_be_enabled()
        self.composer.fill(text)
        self.composer.press("Enter")
        expect(self.messages.filter(has_text=text).first).to_be_visible()

    def write_toolset(self, text: str) -> None:
        self._ace.locator(".ace_editor").evaluate(
            "(editor, text) => editor.env.editor.setValue(text, 1)", text
        )

    def type_at_the_end_of_the_toolset(self, text: str) -> None:
        self._ace.locator("textarea.ace_text-input").focus()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text)

    def write_result(self, number: int, text: str) -> None:
        self.results.nth(number).fill(text)
        self.results.nth(number).press("Control+Enter")

    def tab_to(self, target: Locator, *, backwards: bool = False) -> None:
        """Presses Tab until the target has the focus; it must be reached."""
        for _ in range(80):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Shift+Tab" if backwards else "Tab")
        raise AssertionError("80 times Tab did not lead there")

    def go_to(self, page_name: str) -> None:
        self.page.get_by_test_id("stSidebar").get_by_role("link", name=page_name).click()
