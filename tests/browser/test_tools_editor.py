"""The Tools page's editor in a real browser: what it offers, where it leads, what it keeps."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

SCHEMA = '[{"type": "function", "function": {"name": "f", "parameters": '


class Tools:
    """One tab on the Tools page."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        page.goto(f"{url}/tools")
        expect(page.get_by_role("heading", name="get_weather")).to_be_visible()
        # Until the editor's help has found it.
        page.wait_for_timeout(1_000)

    @property
    def frame(self):
        return self.page.frame_locator(".st-key-workshop-editor iframe")

    @property
    def ace(self) -> Locator:
        return self.frame.locator("#ace-editor")

    @property
    def offers(self) -> Locator:
        return self.frame.locator(".ace_autocomplete .ace_line")

    @property
    def text(self) -> str:
        return self.ace.evaluate("editor => editor.env.editor.getValue()")

    def write(self, text: str) -> None:
        self.ace.evaluate("(editor, text) => editor.env.editor.setValue(text, 1)", text)

    def write_around_the_cursor(self, text: str) -> None:
        """The cursor is put where the text has ``|``."""
        self.write(text.replace("|", ""))
        self.ace.evaluate(
            """(element, at) => {
                const { editor } = element.env;
                editor.focus();
                editor.moveCursorToPosition(editor.session.doc.indexToPosition(at));
                editor.clearSelection();
            }""",
            text.index("|"),
        )

    def offered(self) -> list[str]:
        """What Ctrl+Space offers."""
        self.page.keyboard.press("Control+Space")
        expect(self.offers.first).to_be_visible()
        return [line.strip() for line in self.offers.all_inner_texts() if line.strip()]


@pytest.fixture
def tools(page, app_server) -> Tools:
    return Tools(page, app_server.url)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("[{|}]", ['"type"', '"function"', '"x-switchboard"']),
        (
            '[{"type": "function", "function": {"name": "f", |}}]',
            ['"description"', '"parameters"', '"strict"'],
        ),
        ('[{"name": "f", "strict": |}]', ["true", "false"]),
        (SCHEMA + '{"type": "object", |}}}]', ['"description"', '"properties"', '"required"']),
        (SCHEMA + '{"properties": {"type": {"type": |}}}}}]', ['"string"', '"number"']),
        (SCHEMA + '{"properties": {"a": {"type": ["string", |]}}}}}]', ['"string"', '"number"']),
        (
            SCHEMA
            + '{"properties": {"x": {"properties": {"no": {}}}, "y": {}}, "required": [|]}}}]',
            ['"x"', '"y"'],
        ),
        (SCHEMA + '{"$ref": |, "$defs": {"Place": {}, "Time": {}}}}}]', ['"#/$defs/Place"']),
    ],
)
def test_what_can_stand_at_the_cursor_is_offered(tools, text, first):
    tools.write_around_the_cursor(text)

    assert tools.offered()[: len(first)] == first


def test_names_of_a_person_s_own_choice_are_not_offered(tools):
    tools.write_around_the_cursor(SCHEMA + '{"properties": {|}}}}]')

    tools.page.keyboard.press("Control+Space")
    tools.page.wait_for_timeout(500)

    expect(tools.offers).to_have_count(0)


def test_a_key_is_taken_as_it_is_typed_and_the_cursor_stands_in_its_value(tools, screenshot):
    tools.write_around_the_cursor("[{|}]")

    tools.page.keyboard.type('"na')
    tools.page.wait_for_timeout(300)
    tools.page.keyboard.press("Escape")
    tools.write_around_the_cursor('[{"name": "f", |}]')
    tools.page.keyboard.type('"desc')
    expect(tools.offers.first).to_contain_text('"description"')
    screenshot("tools-completion")
    tools.page.keyboard.press("Enter")
    tools.page.keyboard.type("What it does")

    assert tools.text == '[{"name": "f", "description": "What it does"}]'
    expect(tools.page.get_by_text("What it does").first).to_be_visible()


def test_a_line_in_the_list_of_problems_leads_there(tools):
    tools.write('[\n  {\n    "name": "f",\n    "parameters": {"type": "list"}\n  }\n]')

    tools.page.get_by_role("button", name="Line 4", exact=True).first.click()

    expect(tools.frame.locator("textarea.ace_text-input")).to_be_focused()
    row = tools.ace.evaluate("editor => editor.env.editor.getCursorPosition().row")
    assert row == 3


def test_what_was_typed_is_there_after_another_page(tools):
    tools.write('[{"name": "mine", "description": "Kept"}]')
    expect(tools.page.get_by_role("heading", name="mine")).to_be_visible()

    menu = tools.page.get_by_test_id("stSidebar")
    menu.get_by_role("link", name="Usage").click()
    expect(tools.page.get_by_role("heading", name="Usage")).to_be_visible()
    menu.get_by_role("link", name="Tools").click()

    expect(tools.frame.locator(".ace_content")).to_contain_text("mine")
    expect(tools.page.get_by_role("heading", name="mine")).to_be_visible()


def test_leaving_the_browser_s_page_with_unsaved_changes_is_asked_about(tools):
    asked = []
    tools.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    tools.frame.locator("textarea.ace_text-input").focus()
    tools.page.keyboard.press("Control+End")
    tools.page.keyboard.type(" ")
    tools.page.wait_for_timeout(1_500)

    tools.page.reload()

    assert asked == ["beforeunload"]


def test_a_toolset_of_five_mebibytes_does_not_freeze_the_page(tools):
    tool = {"name": "f", "description": "x" * 990}
    tools.write(json.dumps([tool] * 5_000, indent=1))
    expect(tools.page.get_by_text("longer than 1 MiB")).to_be_visible()

    tools.write("[]")

    expect(tools.page.get_by_text("Or start from an example")).to_be_visible()


def test_a_toolset_is_written_formatted_and_saved_by_keyboard_alone(tools):
    page = tools.page
    tools.write('[{"name":"mine"}]')
    expect(page.get_by_role("heading", name="mine")).to_be_visible()
    tools.frame.locator("textarea.ace_text-input").focus()

    tab_to(page, page.get_by_role("button", name="Format", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Undo: Format")).to_be_visible()

    tab_to(page, page.get_by_role("button", name="Save", exact=True), key="Shift+Tab")
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("What changed"))
    page.keyboard.type("By keyboard")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Saved · 1 version")).to_be_visible()


def test_who_uses_the_keyboard_is_led_into_what_they_open(tools):
    page = tools.page
    page.get_by_role("button", name="Save", exact=True).focus()

    page.keyboard.press("Enter")

    expect(page.get_by_label("What changed")).to_be_focused()
    page.locator('[data-test-script-state="notRunning"]').first.wait_for()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_focused()


def test_who_uses_the_keyboard_stays_near_what_they_pressed_when_it_goes(tools):
    page = tools.page
    tools.write('[{"name": "f", "parameters": {"properties": {"a": {}, "b": {}}}}]')
    page.get_by_role("tab", name="Try").click()
    left_out = page.get_by_test_id("stButtonGroup").locator("button")
    expect(left_out).to_have_count(2)
    left_out.first.focus()

    page.keyboard.press("Enter")

    expect(left_out).to_have_count(1)
    expect(left_out).to_be_focused()


def tab_to(page: Page, target: Locator, *, key: str = "Tab") -> None:
    """Presses Tab until the target has the focus; it must be reached."""
    for _ in range(60):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"60 times {key} did not lead there")
