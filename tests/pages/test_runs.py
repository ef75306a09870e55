from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from switchboard.messages import Answer, Call, Choice, Message
from switchboard.runs import StepStatus
from switchboard.store import Store
from tests.store.records import NOON, a_fault, a_run, a_step, finished

pytestmark = pytest.mark.app

OpenPage = Callable[..., AppTest]

TRICK = "![x](https://e.test/?d=secret) **bold** :red[r] $x$ <img src=x>"


def keep(store: Store, run_id: str, *, minutes: int = 0, **changes: object) -> None:
    store.begin_run(a_run(run_id, minutes=minutes, title=f"Question of {run_id}"))
    step = a_step(f"step of {run_id}", run_id=run_id, minutes=minutes)
    store.begin_step(replace(finished(step), **changes))


def asked(page: AppTest) -> list[str]:
    return [str(text) for text in page.dataframe[0].value["Asked"]]


def codes(page: AppTest) -> list[str]:
    return [code.value for code in page.code]


def texts(page: AppTest) -> list[str]:
    return [text.value for text in page.text]


def captions(page: AppTest) -> str:
    return "\n".join(caption.value for caption in page.caption)


def test_with_no_runs_it_says_what_to_do(open_page: OpenPage):
    page = open_page("pages/runs.py")

    assert [info.value for info in page.info] == [
        "No runs yet. Ask something in the Playground and it is kept here."
    ]
    assert page.exception == []


def test_runs_are_listed_newest_first(open_page: OpenPage, store: Store):
    keep(store, "a", minutes=1)
    keep(store, "b", minutes=2)

    assert asked(open_page("pages/runs.py")) == ["Question of b", "Question of a"]


def test_a_search_leaves_what_fits(open_page: OpenPage, store: Store):
    keep(store, "apple")
    keep(store, "pear")
    page = open_page("pages/runs.py")
    page.text_input(key="runs-search").set_value("PEAR").run()

    assert asked(page) == ["Question of pear"]


def test_a_search_that_finds_nothing_says_so(open_page: OpenPage, store: Store):
    keep(store, "apple")
    page = open_page("pages/runs.py")
    page.text_input(key="runs-search").set_value("plum").run()

    assert [info.value for info in page.info] == [
        "No run fits. Search for other words, or take a filter away."
    ]


@pytest.mark.parametrize(
    ("key", "choice"),
    [("runs-model", "large"), ("runs-gateway", "Local"), ("runs-status", StepStatus.FAILED)],
)
def test_filters_leave_what_fits(open_page: OpenPage, store: Store, key: str, choice: str):
    keep(store, "apple")
    keep(store, "pear", model="large", gateway="Local", status=StepStatus.FAILED)
    page = open_page("pages/runs.py")
    page.selectbox(key=key).set_value(choice).run()

    assert asked(page) == ["Question of pear"]


def test_older_runs_come_with_a_button(open_page: OpenPage, store: Store):
    for number in range(51):
        keep(store, f"{number}", minutes=number)
    page = open_page("pages/runs.py")
    assert len(asked(page)) == 50
    assert page.button(key="runs-older").label == "Show older runs"

    page.button(key="runs-older").click().run()

    assert len(asked(page)) == 51
    assert [button.key for button in page.button if button.key == "runs-older"] == []


def test_an_address_opens_a_run(open_page: OpenPage, store: Store):
    keep(store, "apple")
    page = open_page("pages/runs.py", run="apple")

    assert [heading.value for heading in page.subheader] == ["Question of apple"]
    assert texts(page) == ["Hello", "First …", "Looking it up. 天气"]
    assert 'get_weather({"location": "Paris)' in codes(page)


def click(page: AppTest, row: int, column: str) -> None:
    page.session_state["runs-list"] = {
        "selection": {"rows": [], "columns": [], "cells": [(row, column)]}
    }
    page.run()


@pytest.mark.parametrize("column", ["Asked", "Started", "Gateway"])
def test_a_click_anywhere_on_a_run_opens_it(open_page: OpenPage, store: Store, column: str):
    keep(store, "apple")
    keep(store, "pear", minutes=1)
    page = open_page("pages/runs.py")
    click(page, 1, column)

    assert page.query_params["run"] == "apple"
    assert [heading.value for heading in page.subheader] == ["Question of apple"]


def test_a_click_opens_the_run_that_was_there_although_a_newer_one_has_come(
    open_page: OpenPage, store: Store
):
    keep(store, "apple")
    page = open_page("pages/runs.py")
    keep(store, "pear", minutes=1)
    click(page, 0, "Asked")

    assert page.query_params["run"] == "apple"


def test_the_list_says_how_a_run_is_opened(open_page: OpenPage, store: Store):
    keep(store, "apple")
    page = open_page("pages/runs.py")

    assert "Click a run to open it." in captions(page)
    assert page.dataframe[0].value["Open"].tolist() == ["Open"]


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


def test_an_address_of_no_run_says_so_and_shows_the_list(open_page: OpenPage, store: Store):
    keep(store, "apple")
    page = open_page("pages/runs.py", run="gone")

    assert [warning.value for warning in page.warning] == [
        "This run is not kept here. It was deleted, or belongs to another database."
    ]
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
