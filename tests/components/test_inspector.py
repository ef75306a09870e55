import pytest
from streamlit.testing.v1 import AppTest

from components.cutting import LONGEST_TEXT
from switchboard.runs import Step, StepStatus
from tests.store.records import a_fault, a_step, finished

pytestmark = pytest.mark.app

IMAGE = "data:image/png;base64," + "A" * 6_000_000


def inspected(step: Step, raw: bytes = b"") -> AppTest:
    def page(step, raw):
        from components.inspector import inspect_step

        inspect_step(step, raw=raw)

    return AppTest.from_function(page, args=(step, raw), default_timeout=30).run()


def codes(page: AppTest) -> list[str]:
    assert page.exception == []
    return [code.value for code in page.code]


@pytest.fixture(autouse=True)
def empty_store(store):
    """The inspector asks the store what is known of the gateway."""


def test_the_request_is_shown_as_the_json_that_was_sent():
    request = {"model": "offline-chat", "temperature": 0.5, "messages": [], "天": None}

    assert codes(inspected(a_step(request=request)))[0] == (
        '{\n  "model": "offline-chat",\n  "temperature": 0.5,\n  "messages": [],\n  "天": null\n}'
    )


def test_what_is_long_is_cut_for_the_screen():
    content = [{"type": "image_url", "image_url": {"url": IMAGE}}, {"text": "What is this?"}]
    step = finished(a_step(request={"messages": [{"role": "user", "content": content}]}))
    shown = codes(inspected(step, b"data: {}\n\n" * 600_000 + b"data: [DONE]\n\n"))

    assert [text for text in shown if len(text) > LONGEST_TEXT + 100] == []
    assert "characters left out" in shown[0]
    assert "What is this?" in shown[0]
    assert any(text.rstrip().endswith("data: [DONE]") for text in shown)


@pytest.mark.parametrize(
    ("headers", "has_key"),
    [
        ({"Authorization": "Bearer ***"}, True),
        ({"Content-Type": "application/json"}, False),
        pytest.param({}, True, id="not known: no reply came"),
    ],
)
def test_the_curl_command_names_a_key_unless_none_was_sent(headers, has_key):
    page = inspected(finished(a_step(request_headers=headers)))

    command = next(code for code in codes(page) if code.startswith("curl "))
    assert ("$SWITCHBOARD_API_KEY" in command) is has_key
    assert any("put your key" in caption.value for caption in page.caption) is has_key


def test_the_curl_command_has_a_persons_headers_and_not_ours():
    ours = {"Accept-Encoding": "identity", "User-Agent": "switchboard/0.1", "Content-Length": "2"}
    own = {"X-Team": "a b", "X-Api-Key": "***", "Accept": "text/plain"}
    page = inspected(
        finished(a_step(request_headers={**ours, **own, "Authorization": "Bearer ***"}))
    )

    command = next(code for code in codes(page) if code.startswith("curl "))
    assert command.splitlines()[1:6] == [
        "  -H 'Content-Type: application/json' \\",
        "  -H 'X-Team: a b' \\",
        "  -H 'X-Api-Key: '\"$HEADER_X_API_KEY\" \\",
        "  -H 'Accept: text/plain' \\",
        '  -H "Authorization: Bearer $SWITCHBOARD_API_KEY" \\',
    ]
    assert any("put your keys into the variables" in caption.value for caption in page.caption)


def test_whatever_is_shown_can_be_downloaded_whole():
    page = inspected(finished(a_step()), b"data: [DONE]\n\n")

    assert [button.label for button in page.get("download_button")] == ["Download all of it"] * 4


def figures(page: AppTest) -> str:
    return page.caption[0].value.replace("\N{NO-BREAK SPACE}", " ")


def test_the_figures_of_a_step_stand_in_one_quiet_line():
    page = inspected(finished(a_step()))

    assert page.metric.len == 0
    assert figures(page) == (
        "HTTP status 200 · Prompt tokens 11 · Completion tokens 7 · "
        "First byte 2 ms · First token 20 ms · Total time 99 ms"
    )


def test_a_fault_is_shown_with_what_the_gateway_sent():
    page = inspected(a_step(status=StepStatus.FAILED, http_status=404, fault=a_fault()))

    assert [error.value for error in page.error] == ["Refused\\.\n\nTry another\\."]
    assert '{"error":{}}' in codes(page)


def test_a_step_that_has_just_been_sent_is_shown_as_far_as_it_is_known():
    page = inspected(a_step())

    assert page.text[0].value == "offline-chat at http://127.0.0.1:8808/v1, 2026-03-01 12:00:00"
    assert figures(page) == (
        "HTTP status – · Prompt tokens – · Completion tokens – · "
        "First byte – · First token – · Total time –"
    )
    assert "No reply came." in codes(page)


def test_bytes_that_are_no_utf_8_and_halves_of_characters_are_shown_all_the_same():
    step = a_step(request={"messages": [{"role": "user", "content": "cut \ud83d"}]})
    shown = codes(inspected(step, b"\xff\xfe\x00"))

    assert '"content": "cut \\ud83d"' in shown[0]
    assert "\\xff\\xfe\x00" in shown


def test_allowances_that_the_headers_tell_are_a_table():
    headers = {
        "x-ratelimit-limit-requests": "60",
        "x-ratelimit-remaining-requests": "59",
        "x-ratelimit-reset-requests": "6m0s",
        "x-ratelimit-remaining-tokens": "149984",
    }
    page = inspected(a_step(response_headers=headers))

    assert page.markdown[0].value == (
        "| Allowance | Left | Of | Whole again after |\n"
        "| --- | --- | --- | --- |\n"
        "| Requests | 59 | 60 | 6\\.0 min |\n"
        "| Tokens | 149,984 | – | – |"
    )


def test_a_reply_without_such_headers_has_no_table():
    page = inspected(a_step(response_headers={"content-type": "text/event-stream"}))

    assert [element for element in page.markdown if "Allowance" in element.value] == []


def test_the_profile_says_what_is_never_sent_and_why():
    page = inspected(a_step(model="o3-mini"))

    shown = "\n".join(element.value for element in [*page.markdown, *page.caption])
    assert "max\\_completion\\_tokens" in shown
    assert "temperature" in shown
