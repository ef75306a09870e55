"""The Playground: gateway, model, settings and toolset."""

import pytest
from playground import conversation_of, say, type_model, type_toolset, words
from scripted_gateway import MODELS
from scripted_replies import completion_json, models_json
from settings_controls import take_model

pytestmark = pytest.mark.app


@pytest.mark.parametrize(
    ("toolset", "said_why"),
    [
        pytest.param("[{", "1 problem", id="broken JSON"),
        pytest.param('{"name": "f", "parameters": {"type": "strin"}}', "1 problem", id="no type"),
        pytest.param('{"name": "f", "parameters": {"$ref": "file:///etc/passwd"}}', "", id="$ref"),
        pytest.param("[" + '"x",' * 1_500_000 + '"x"]', "1 problem", id="5 MiB"),
    ],
)
def test_a_toolset_with_problems_is_not_sent(open_page, toolset, said_why):
    page = open_page()

    type_toolset(page, toolset)

    composer = page.chat_input(key="talk-composer")
    assert composer.disabled
    assert composer.placeholder.startswith("Mend the toolset: it has")
    assert said_why in composer.placeholder
    assert page.exception == []


def test_an_example_takes_the_place_of_what_was_typed_and_gives_it_back(open_page):
    page = open_page()
    type_toolset(page, '{"name": "mine"}')

    page.selectbox(key="toolset-example").set_value("Clock").run()
    assert "get\\_current\\_time" in words(page) or "clock" in words(page).lower()

    next(b for b in page.button if b.label == "Bring back what was here").click().run()
    assert "**mine**" in words(page)

    page.selectbox(key="toolset-example").set_value("Clock").run()
    assert "**mine**" not in words(page)


def test_what_is_set_is_sent_and_nothing_else(open_page, scripted):
    page = open_page()
    page.number_input(key="talk-set-temperature").set_value(0.5)
    page.number_input(key="talk-set-max_tokens").set_value(70)
    page.toggle(key="talk-set-stream").set_value(False)
    page.run()
    scripted.reply(completion_json("Whole."))

    page = say(page, "Hi")

    sent = scripted.requests[-1].json
    assert sorted(sent) == ["max_tokens", "messages", "model", "temperature", "tools"]
    assert (sent["temperature"], sent["max_tokens"]) == (0.5, 70)
    assert "Whole." in words(page)


def test_a_model_can_be_typed_when_the_list_fails(open_page, scripted):
    scripted.reply(b'{"error": "no"}', status=500, path="/v1/models")
    page = open_page()
    assert "No model list" in words(page)
    assert page.chat_input(key="talk-composer").placeholder == "Pick a model in the sidebar."

    type_model(page, "my-model")
    say(page, "Hi")

    assert scripted.requests[-1].json["model"] == "my-model"


def test_an_address_that_cannot_be_used_is_told_at_once(open_page):
    page = open_page()
    page.selectbox(key="talk-gateway").set_value("other").run()

    page.text_input(key="talk-address").set_value("ftp://example.com").run()

    assert page.error
    assert page.chat_input(key="talk-composer").disabled


def test_a_typed_address_is_listed_and_used(open_page, scripted, monkeypatch):
    monkeypatch.delenv("SWITCHBOARD_BASE_URL")
    page = open_page()
    page.selectbox(key="talk-gateway").set_value("other").run()

    page.text_input(key="talk-address").set_value(f"{scripted.root}/v1/chat/completions/").run()

    assert page.selectbox(key="talk-model").value == "scripted-1"
    assert conversation_of(say(page, "Hi")).base_url == scripted.base_url


def test_what_a_gateway_is_told_instead_of_the_schema_is_shown(open_page, scripted):
    scripted.reply(models_json("scripted-1", "gemini-2.5-pro"), path=MODELS)
    page = type_toolset(
        open_page(),
        '{"name": "look", "parameters": {"type": "object",'
        ' "properties": {"at": {"enum": [1, 2]}}}}',
    )
    take_model(page, "scripted-1")
    assert not [fold for fold in page.expander if fold.label.startswith("Changed for")]

    take_model(page, "gemini-2.5-pro")

    (fold,) = [fold for fold in page.expander if fold.label.startswith("Changed for")]
    assert fold.label == "Changed for this gateway (1)"
    assert fold.markdown[0].value.startswith("- look:")
