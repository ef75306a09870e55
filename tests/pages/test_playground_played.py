"""The Playground: tools that a model plays, and on which gateways it may be asked to."""

import json

import pytest
from loops.turns import tool
from playground import conversation_of, say, type_toolset, words
from scripted_gateway import ScriptedGateway
from scripted_replies import call_stream, completion_json, text_stream

from switchboard.gateway_records import GatewayRecord

pytestmark = pytest.mark.app


@pytest.fixture
def elsewhere():
    """A second gateway, which the conversation is not with."""
    with ScriptedGateway() as gateway:
        yield gateway


@pytest.fixture
def called(open_page, scripted):
    """The page with a call of a tool that a model plays, on a gateway."""

    def call(**more):
        scripted.reply(call_stream([("get_weather", {"city": "Paris"})]))
        played = {"kind": "model", "model": "actor-1", **more}
        return say(type_toolset(open_page(), json.dumps([tool(responders=[played])])), "Weather?")

    return call


def button(page):
    return next(each for each in page.button if each.key and each.key.startswith("talk-ask-"))


def result_of(page):
    (call,) = conversation_of(page).pending_calls
    return page.text_area(key=f"talk-result-{call.id}").value


def test_an_address_that_only_the_toolset_names_is_not_asked(called, elsewhere):
    page = called(base_url=elsewhere.base_url)

    button(page).click().run()

    assert elsewhere.requests == []
    assert "Add the gateway on the Gateways page" in words(page)


def test_a_gateway_that_stands_on_the_gateways_page_is_asked(called, elsewhere, store):
    store.save_gateway(GatewayRecord(elsewhere.base_url, name="Else"))
    elsewhere.reply(completion_json("rain"))
    page = called(base_url=f"{elsewhere.base_url}/")

    button(page).click().run()

    assert elsewhere.requests[0].json["model"] == "actor-1"
    assert result_of(page) == "rain"


@pytest.mark.parametrize("is_named", [True, False], ids=["by its address", "as its own"])
def test_the_conversations_own_gateway_is_asked(called, scripted, is_named):
    page = called(**({"base_url": f"{scripted.base_url}/"} if is_named else {}))
    scripted.reply(text_stream("sun"))

    button(page).click().run()

    assert scripted.requests[-1].json["model"] == "actor-1"
    assert result_of(page) == "sun"


def test_the_offline_gateway_is_asked(called):
    page = called(base_url="", model="offline-chat")

    button(page).click().run()

    assert "Played by a model" in words(page)


@pytest.mark.parametrize(
    ("gateway", "named"),
    [
        ({}, "At the gateway of the conversation."),
        ({"base_url": ""}, "At Offline."),
        ({"base_url": "https://api.openai.com/v1/"}, "At OpenAI."),
        ({"base_url": "https://odd-one.example/v1"}, "At odd\\-one\\.example."),
        ({"base_url": "https://me:hidden@x.example"}, "At an address that is not well formed."),
    ],
    ids=["own", "offline", "known", "unknown", "with a password"],
)
def test_the_button_says_which_gateway_it_asks(called, gateway, named):
    assert button(called(**gateway)).help == (
        f"{named} Its answer comes into the editor; nothing is sent to the model yet."
    )
