"""The Tools page: the editor, what is said of its text, and the chosen tool's card."""

import pytest
from tools_screen import PAGE, read, workshop_of, write

from switchboard.tools import check_toolset

pytestmark = pytest.mark.app
TWO = '[{"name": "first"}, {"name": "second", "description": "The *second* one"}]'


def test_format_lays_the_text_out_and_can_be_undone(open_page):
    page = write(open_page(PAGE), '[{"name":"f"}]')

    page.button(key="workshop-format").click().run()
    assert workshop_of(page).text == '[\n  {\n    "name": "f"\n  }\n]'

    page.button(key="workshop-undo").click().run()
    assert workshop_of(page).text == '[{"name":"f"}]'


def test_what_is_no_json_is_not_formatted_and_the_page_says_why(open_page):
    page = write(open_page(PAGE), '[{"name":"f",}]')

    page.button(key="workshop-format").click().run()

    assert workshop_of(page).text == '[{"name":"f",}]'
    assert "can\\'t be formatted" in page.info[0].value
    assert "before the `}`" in page.info[0].value


def test_why_nothing_was_formatted_is_not_said_of_another_text(open_page):
    page = write(open_page(PAGE), '[{"name":"f",}]')
    page.button(key="workshop-format").click().run()

    write(page, '[{"name":"f"}]')

    assert [one.value for one in page.info] == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ('[{"name": "f", "input_schema": {"type": "object"}}]', "Read it as Anthropic"),
        ('[{"name": "f", "inputSchema": {"type": "object"}}]', "Read it as MCP"),
        ('[{"functionDeclarations": [{"name": "f"}]}]', "Read it as Gemini"),
        ('{"tools": [{"name": "f"}]}', "Read it as OpenAI Chat"),
        ("def f(): ...", "Read it as Python source"),
    ],
)
def test_tools_of_another_format_in_the_editor_are_read_with_one_click(open_page, text, label):
    page = write(open_page(PAGE), text)
    assert page.button(key="workshop-read-as").label == label

    page.button(key="workshop-read-as").click().run()

    (tool,) = check_toolset(workshop_of(page).text).tools
    assert tool.name == "f"
    assert "1 tool, in order" in read(page)
    assert workshop_of(page).former[-1].text == text


@pytest.mark.parametrize("text", ["[{", "words", '[{"name": "a b", "input_schema": {}}]', "[1]"])
def test_what_reading_would_not_mend_is_not_offered_to_be_read(open_page, text):
    page = write(open_page(PAGE), text)

    assert page.exception == []
    assert "workshop-read-as" not in [button.key for button in page.button]


def test_a_problem_leads_to_the_tool_that_it_is_of_too(open_page):
    page = write(open_page(PAGE), '[{"name": "a"}, 5, {"name": "b", "parameters": {"type": "no"}}]')

    problems = [one for one in page.button if one.key.startswith("workshop-problem-")]
    problems[-1].click().run()

    assert page.selectbox(key="workshop-chosen").value == 1


def test_what_was_typed_just_before_a_button_counts(open_page):
    page = write(open_page(PAGE), "[1]")
    page.session_state["toolset-in-workshop-text-1"] = "[2,\n3]"

    page.button(key="workshop-format").click().run()

    assert workshop_of(page).text == "[2, 3]"
    assert workshop_of(page).former[-1].text == "[2,\n3]"


def test_a_key_without_a_meaning_is_advice_and_no_problem(open_page):
    page = write(open_page(PAGE), '[{"name": "f",\n"cachable_for": 3}]')

    assert "1 thing to look at" in read(page)
    assert page.button(key="workshop-advice-0").label == "Line 2"
    assert "in order" in read(page)


def test_the_card_tells_of_the_tool_that_is_chosen(open_page):
    page = write(open_page(PAGE), TWO)
    assert "#### first" in read(page)

    page.selectbox(key="workshop-chosen").select_index(1).run()

    assert "#### second" in read(page)
    assert "The \\*second\\* one" in read(page)


def test_the_choice_stays_when_tools_before_it_go(open_page):
    page = write(open_page(PAGE), TWO)
    page.selectbox(key="workshop-chosen").select_index(1).run()

    write(page, '[{"name": "only"}]')

    assert "#### only" in read(page)
    assert page.exception == []


def test_nothing_of_a_tool_is_read_as_markup(open_page):
    evil = "<img src=x onerror=alert(1)> ![x](https://elsewhere.example/x) :red[y] $z$"
    text = (
        '[{"name": "f", "description": "EVIL", "parameters": {"type": "object", "properties":'
        ' {"EVIL": {"type": "EVIL", "description": "EVIL", "enum": ["EVIL"]}}}}]'
    ).replace("EVIL", evil)

    shown = read(write(open_page(PAGE), text))

    assert "<img" not in _outside_code(shown).replace("\\<img", "")
    assert "![" not in _outside_code(shown)
    assert ":red[" not in _outside_code(shown).replace(":red[:material/error:]", "")


def _outside_code(markdown):
    return "".join(markdown.split("`")[::2])


def test_a_text_of_five_mebibytes_is_not_read_and_nothing_breaks(open_page):
    page = write(open_page(PAGE), "[" + " " * (5 * 2**20) + "]")

    assert "longer than 1 MiB" in read(page)
    assert page.exception == []
