"""cURL commands as people copy them from documentation, terminals and browsers."""

import time

import pytest

from switchboard.formats.requests import is_curl, read_request
from switchboard.messages import Message

HELLO = '{"model": "m", "messages": [{"role": "user", "content": "Hello"}]}'
URL = "https://api.example.com/v1/chat/completions"


def asked(command):
    """The text of the one message the command sends."""
    (message,) = read_request(command).messages
    return message.content


@pytest.mark.parametrize(
    "command",
    [
        f"curl {URL} -d '{HELLO}'",
        f"curl {URL} -d'{HELLO}'",
        f"curl -sSXPOST {URL} --data '{HELLO}'",
        f"curl --url {URL} --data-raw '{HELLO}'",
        f"curl --url={URL} --data-binary '{HELLO}'",
        f"curl -X POST '{URL}' \\\n  -H 'Content-Type: application/json' \\\n  --json '{HELLO}'",
        f"curl -X POST '{URL}' \\\r\n  --json '{HELLO}'",
        f"$ curl {URL} -d '{HELLO}'",
        f"MODEL=m time /usr/bin/curl {URL} -d '{HELLO}'",
        f"curl {URL} --json '{HELLO[:20]}' --json '{HELLO[20:]}'",
        f"curl {URL} --data-binary @- <<'END'\n{HELLO}\nEND\n",
        f"curl {URL} -d @- <<END\n{HELLO}\nEND",
    ],
)
def test_a_command_is_read_however_its_options_are_written(command):
    reading = read_request(command)

    assert is_curl(command)
    assert (reading.url, reading.model) == (URL, "m")
    assert reading.messages == (Message("user", "Hello"),)
    assert (reading.problems, reading.notes) == ((), ())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"""'{"messages": [{"role": "user", "content": "It'\''s"}]}'""", "It's"),
        (r"""'{"messages": [{"role": "user", "content": "It'"'"'s"}]}'""", "It's"),
        (r"""$'{"messages": [{"role": "user", "content": "It\'s \u0041"}]}'""", "It's A"),
        (r"""$'{"messages": [{"role": "user", "content": "a\\nb\x21"}]}'""", "a\nb!"),
        (r'''"{\"messages\": [{\"role\": \"user\", \"content\": \"\$5\"}]}"''', "$5"),
        (r"""\{\"messages\":\[\{\"role\":\"user\",\"content\":\"x\"\}\]\}""", "x"),
        ('\'{"messages": [{"role": "user",\n "content": "é"}]}\'', "é"),
    ],
)
def test_quotes_of_a_posix_shell_are_undone(written, meant):
    assert asked(f"curl x.com -d {written}") == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (
            '^"^{^\\^"messages^\\^":^[^{^\\^"role^\\^":^\\^"user^\\^",'
            '^\\^"content^\\^":^\\^"a ^& b^%^c^\\^"^}^]^}^"',
            "a & b%c",
        ),
        ('"{""messages"":[{""role"":""user"",""content"":""x""}]}" ^\n -k', "x"),
        (r'"{\"messages\":[{\"role\":\"user\",\"content\":\"a\nb\"}]}"' + " ^\r\n -k", "a\nb"),
    ],
    ids=["Chrome", "doubled quotes", "backslashes"],
)
def test_quotes_of_windows_are_undone(written, meant):
    assert asked(f'curl.exe x.com -H ^"a: b^" --data-raw {written}') == meant


@pytest.mark.parametrize(
    "given",
    [
        "-H 'Authorization: Bearer sk-123456789'",
        "-H 'authorization:Basic sk-123456789'",
        "-H 'api-key: sk-123456789'",
        "-H 'x-goog-api-key: sk-123456789'",
        "-H 'X-Mine: sk-123456789'",
        "-H 'Cookie: session=sk-123456789'",
        "-u me:sk-123456789",
        "--oauth2-bearer sk-123456789",
        "-b session=sk-123456789",
        "'https://me:sk-123456789@api.example.com/v1'",
        "'me:sk-123456789@api.example.com/v1'",
        "'https://api.example.com/v1?key=sk-123456789'",
        "'https://api.example.com/v1?sig=a-sk-123456789'",
        "'https://api.example.com/v1?a=sk-123456789'",
        "'//me:sk-123456789@api.example.com/v1'",
        "api.example.com -H 'X-Mine: ApiKey sk-123456789'",
        "api.example.com -H 'X-Mine: eyJhbGci.sk-123456789'",
        "api.example.com -H 'X-JWT: a-sk-123456789'",
        "api.example.com -H 'X-Session: a-sk-123456789'",
    ],
)
def test_a_key_is_told_of_and_never_kept(given):
    reading = read_request(f"curl {given} -d '{HELLO}'")

    assert "sk-123456789" not in repr(reading)
    assert reading.notes[0].startswith("A key or a login stood in `")


def test_metadata_with_a_key_is_not_kept():
    reading = read_request('{"messages": [], "metadata": {"api_key": "a-4711"}}')

    assert "a-4711" not in repr(reading)
    assert reading.notes == ("Named like a key, and not kept: `metadata`.",)


def test_a_field_of_the_body_that_is_named_like_a_key_is_not_kept():
    reading = read_request('{"messages": [], "api_key": "sk-123456789", "top_k": 4}')

    assert "sk-123456789" not in repr(reading)
    assert reading.settings.extra_body == '{\n  "top_k": 4\n}'
    assert reading.notes == (
        "Named like a key, and not kept: `api_key`.",
        "Sent as free JSON, since no setting has that name or value: `top_k`.",
    )


def test_a_persons_own_headers_are_settings_and_those_of_browsers_are_not():
    reading = read_request(
        f"curl {URL} -H 'OpenAI-Organization: org-1' -H 'sec-ch-ua: x' -H 'Accept: */*'"
        f" -H 'Content-Type: application/json' -d '{HELLO}'"
    )

    assert reading.settings.extra_headers == {"OpenAI-Organization": "org-1"}
    assert [*reading.headers] == ["OpenAI-Organization", "sec-ch-ua", "Accept", "Content-Type"]


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (
            "curl x.com -d @body.json",
            "The body stands in the file `body.json`, which is not opened. Paste its text in place"
            " of it.",
        ),
        (
            "curl x.com --json @-",
            "The body stands in the file `-`, which is not opened. Paste its text in place of it.",
        ),
        ("curl x.com -F a=b", "`--form` sends a form; a request to a model is JSON."),
        ("curl x.com -K options", "The file `options` of options is not opened."),
        (
            "curl x.com",
            "This command sends no body: there is no `--data`, `-d` or `--json` in it.",
        ),
        (f"curl -d '{HELLO}'", "This command names no address."),
        (
            f"curl x.com -d '{HELLO}",
            "A quotation mark in this command is never closed. Copy all of it.",
        ),
    ],
)
def test_what_a_command_lacks_is_told(command, told):
    assert told in [each.message for each in read_request(command).problems]


def test_what_follows_the_first_command_is_not_read():
    reading = read_request(f"curl {URL} -d '{HELLO}' | jq . && curl other.com")

    assert reading.url == URL
    assert reading.notes == ("Only the first command was read, and not what follows it.",)


@pytest.mark.parametrize(
    "text", ["", "curl", "curly x", "{}", "def curl(x): ...", "I use curl daily"]
)
def test_what_is_no_command_is_not_taken_for_one(text):
    assert not is_curl(text)


def test_a_word_of_a_million_pieces_is_read_in_no_time():
    begun = time.monotonic()

    read_request("curl " + "$" * 1_000_000)

    assert time.monotonic() - begun < 5
