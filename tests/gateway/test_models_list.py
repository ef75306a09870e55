import json

import pytest
from scripted_gateway import MODELS
from scripted_replies import models_json

from switchboard.errors import ConnectionFailed, GatewayRefusal, ReplyUnreadable
from switchboard.gateway import ApiKey, Gateway, list_models
from tests.gateway.stream_files import listing_files

SHAPES = {
    "openai": {"object": "list", "data": [{"id": "b"}, {"id": "a"}]},
    "bare array": [{"id": "b"}, {"id": "a"}],
    "models": {"models": [{"id": "b"}, {"id": "a"}]},
    "both keys": {"models": [{"name": "a"}], "object": "list", "data": [{"id": "b"}, {"id": "a"}]},
    "empty data beside models": {"data": [], "models": [{"model": "b"}, {"model": "a"}]},
    "name, model and key": [{"name": "a"}, {"model": "b"}, {"key": "a"}],
    "names only": ["b", "a", "b"],
    "odd entries": {"data": [{"id": "b"}, {"id": None}, {}, 7, {"id": "a"}, {"id": "a"}]},
}


def gateway(scripted, *, path="/v1", key="sk-secret-01234"):
    return Gateway("Scripted", scripted.root + path, ApiKey(key))


@pytest.mark.parametrize("listing", SHAPES.values(), ids=SHAPES)
def test_every_shape_of_a_listing_is_read(scripted, listing):
    scripted.reply(json.dumps(listing), path=MODELS)

    assert list_models(gateway(scripted)) == ("a", "b")


@pytest.mark.parametrize("file", listing_files(), ids=lambda file: file.name)
def test_every_quirk_of_a_listing_reads_as_its_file_says(scripted, file):
    scripted.reply(file.body, path=MODELS)

    assert list(list_models(gateway(scripted))) == file.expected["models"]


def test_the_list_is_asked_for_with_the_key(scripted):
    list_models(gateway(scripted))

    assert scripted.requests[0].headers["authorization"] == "Bearer sk-secret-01234"


def test_an_empty_list_is_a_list(scripted):
    scripted.reply('{"object":"list","data":[]}', path=MODELS)

    assert list_models(gateway(scripted)) == ()


@pytest.mark.parametrize(
    "first", [{"status": 404}, {"body": "<html>Hi</html>"}], ids=["404", "a page"]
)
def test_a_base_url_without_v1_is_tried_with_it(scripted, first):
    scripted.reply(first.pop("body", "{}"), path="/api/models", **first)
    scripted.reply(models_json("a"), path="/api/v1/models")

    assert list_models(gateway(scripted, path="/api")) == ("a",)


def test_the_first_error_is_told_when_neither_works(scripted):
    scripted.reply('{"error":{"message":"First"}}', status=404, path="/api/models")

    with pytest.raises(GatewayRefusal, match="First"):
        list_models(gateway(scripted, path="/api"))


def test_a_refusal_is_a_refusal(scripted):
    scripted.reply('{"error":"Wrong key sk-secret-01234"}', status=401, path=MODELS)

    with pytest.raises(GatewayRefusal, match=r"401 Unauthorized\): Wrong key \*\*\*"):
        list_models(gateway(scripted))


def test_a_redirect_is_not_followed(scripted):
    scripted.reply("", status=301, headers={"Location": "https://evil.example/"}, path=MODELS)

    with pytest.raises(ReplyUnreadable, match=r"redirects to 'https://evil.example/'"):
        list_models(gateway(scripted))


@pytest.mark.parametrize("body", ["", "Hello", "{}", '{"data":7}', "null", "[" * 100_000])
def test_what_is_no_list_is_said(scripted, body):
    scripted.reply(body, path=MODELS)

    with pytest.raises(ReplyUnreadable, match="did not list its models"):
        list_models(gateway(scripted))


def test_a_gateway_that_is_down_is_said(scripted):
    with pytest.raises(ConnectionFailed):
        list_models(Gateway("Down", "http://127.0.0.1:9/v1"))
