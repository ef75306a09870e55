"""What the tools cost, on the Tools page."""

import json

import pytest
from tools_screen import PAGE, read, show, write

pytestmark = pytest.mark.app

TWO = '[{"name": "now"}, {"name": "later", "description": "Says when it is later than now."}]'


@pytest.fixture
def tools(open_page, scripted):
    """The Tools page after the Playground, where the model was picked."""
    return open_page().switch_page(PAGE).run()


def answer(input_tokens):
    usage = {"prompt_tokens": input_tokens, "completion_tokens": 1, "total_tokens": 9}
    message = {"role": "assistant", "content": "H"}
    return json.dumps({"choices": [{"index": 0, "message": message}], "usage": usage})


def test_tools_are_told_to_cost_about_so_much_and_which_descriptions_do(open_page):
    page = show(write(open_page(PAGE), TWO), "Tokens")

    told = read(page)
    assert "**≈\N{NO-BREAK SPACE}34 tokens** in every request" in told
    assert "**now** has no descriptions." in told


def test_without_tools_nothing_is_counted(open_page):
    page = show(write(open_page(PAGE), ""), "Tokens")

    assert "No tools yet, so nothing is sent with a request." in read(page)
    assert "Count exactly" not in [button.label for button in page.button]


def test_a_toolset_with_problems_is_not_counted_exactly(tools):
    page = show(write(tools, '[{"name": "no w"}]'), "Tokens")

    assert page.button(key="workshop-count").disabled
    assert "Mend the toolset first" in read(page)


def test_tools_are_counted_exactly_by_the_gateway_once_it_is_asked(tools, scripted):
    page = show(write(tools, TWO), "Tokens")
    asked_before = len(scripted.requests)
    scripted.reply(answer(60))
    scripted.reply(answer(8))

    page.button(key="workshop-count").click().run()
    assert page.session_state["workshop"].errands.token_count.wait(10)
    page.run()

    assert "**52 tokens** exactly" in read(page)
    assert "60 with the tools, 8 without." in read(page)
    assert len(scripted.requests) - asked_before == 2

    write(page, '[{"name": "now"}]')
    assert "That was before the toolset's latest changes." in read(page)


def test_a_gateway_that_refuses_is_told_in_its_words(tools, scripted):
    page = show(write(tools, TWO), "Tokens")
    body = json.dumps({"error": {"message": "No such model."}})
    scripted.reply(body, status=404)

    page.button(key="workshop-count").click().run()
    assert page.session_state["workshop"].errands.token_count.wait(10)
    page.run()

    assert "No such model" in read(page)
