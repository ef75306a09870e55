"""What is told for a request when it is brought in, and what for tools alone."""

import pytest

from switchboard.formats.requests.body_recognition import is_request


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("curl https://gateway.example -d '{}'", True),
        ('{"model": "m", "messages": []}', True),
        ('\ufeff {"input": "Hi"}', True),
        ('{"input": [{"role": "user"}]}', True),
        ('{"model": "m", "tools": []}', False),
        ('{"messages": "none"}', False),
        ('[{"messages": []}]', False),
        ('{"messages": [', False),
        ("[" * 100_000, False),
        ("", False),
    ],
    ids=[
        "cURL",
        "Chat Completions",
        "Responses, a text",
        "Responses, a list",
        "tools alone",
        "no list",
        "a list of bodies",
        "cut",
        "very deep",
        "nothing",
    ],
)
def test_a_request_has_something_said_in_it(text, is_one):
    assert is_request(text) is is_one
