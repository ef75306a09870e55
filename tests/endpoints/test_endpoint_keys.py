"""The operator's keys: sent to their host, and seen nowhere else."""

import base64
import json

import pytest

from switchboard.endpoints.masking import header_secrets, masked
from switchboard.errors import EndpointError
from tests.endpoints.conftest import allowing

KEY = 'key-4711/ü"x'


@pytest.fixture
def keyed(served, tmp_path):
    """The server, allowed with these headers."""

    def allow(**headers):
        path = tmp_path / "hosts.json"
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        host = {"headers": named, "private": True}
        path.write_text(json.dumps({"hosts": {f"127.0.0.1:{served.port}": host}}))
        return allowing(str(path))

    return allow


def test_the_operators_headers_are_sent_in_place_of_a_persons(served, call, keyed):
    allowed = keyed(Authorization="Bearer key-4711x", X_Tenant="ours")

    call(headers={"authorization": "Bearer mine", "X-Own": "1"}, allowed=allowed)

    sent = served.requests[0].headers
    assert sent["authorization"] == "Bearer key-4711x"
    assert (sent["x-tenant"], sent["x-own"]) == ("ours", "1")


@pytest.mark.parametrize(
    "echo",
    [
        "Bearer key-4711x",
        "key-4711x",
        '{"authorization": "Bearer key-4711x"}',
        "?key=Bearer%20key-4711x",
    ],
)
def test_a_key_that_the_host_repeats_is_masked(served, call, keyed, echo):
    served.reply(f"You sent: {echo}", path="/x", status=401)

    reply = call(allowed=keyed(Authorization="Bearer key-4711x"))

    assert "•••" in reply.text
    assert "4711" not in reply.text


def test_a_key_in_a_redirect_is_masked(served, call, keyed):
    headers = {"Location": "https://other.example/key-4711x"}
    served.reply("", path="/x", status=302, headers=headers)

    with pytest.raises(EndpointError) as failure:
        call(allowed=keyed(X_Key="key-4711x"))

    assert "sends on to other.example/••• (HTTP 302)" in failure.value.message


def test_a_key_that_the_cut_divides_is_not_shown_in_part(served, call, keyed):
    served.reply("a" * 1_048_570 + "key-4711x" + "a" * 100, path="/x")

    reply = call(allowed=keyed(X_Key="key-4711x"))

    assert reply.is_cut
    assert reply.text == "a" * 1_048_570


def test_what_is_no_key_is_left_alone(served, call, keyed):
    served.reply('{"a": 1}', path="/x")

    reply = call(allowed=keyed(Accept="application/json"))

    assert (reply.content_type, reply.text) == ("application/json", '{"a": 1}')


@pytest.mark.parametrize(
    "written",
    [
        KEY,
        r"key-4711/\u00fc\"x",
        r"key-4711/ü\"x",
        r"key-4711\/\u00fc\"x",
        "key-4711%2F%C3%BC%22x",
        "key-4711/%C3%BC%22x",
    ],
    ids=[
        "plain",
        "JSON",
        "JSON with its letters",
        "JSON with escaped slashes",
        "a query",
        "a path",
    ],
)
def test_a_key_is_masked_however_it_is_written(written):
    assert masked(f"<{written}>", [KEY]) == "<•••>"


def test_the_password_of_basic_is_a_secret():
    coded = base64.b64encode(b"me:password4711").decode()

    assert header_secrets({"Authorization": f"Basic {coded}"}) == {
        f"Basic {coded}",
        coded,
        "me:password4711",
        "password4711",
    }
