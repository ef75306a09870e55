"""An opened run: its calls kept as examples in the toolset it was sent with."""

from dataclasses import replace

import pytest
from runs_screen import OpenPage
from streamlit.testing.v1 import AppTest

from switchboard.messages import Answer, Call, Choice, Message
from switchboard.store import Store
from switchboard.tools import check_toolset, examples_of
from switchboard.toolset_records import SavedToolset, text_hash
from tests.store.records import a_run, a_step, finished

pytestmark = pytest.mark.app

TOOL = '{"name": "add", "parameters": {"type": "object", "properties": {"a": {"type": "integer"}}}}'
RENAMED = TOOL.replace("add", "sum")


def called(store: Store, *arguments: str, text: str = TOOL) -> None:
    """A run with one answer that calls ``add`` with each of these."""
    calls = tuple(Call(str(index), "add", each) for index, each in enumerate(arguments))
    answer = Answer(choices=(Choice(Message(role="assistant", calls=calls)),))
    store.begin_run(a_run())
    step = replace(finished(a_step()), answer=answer, toolset=text_hash(text))
    store.begin_step(step, toolset=text)


def keepers(page: AppTest) -> list[str]:
    return [button.key for button in page.button if button.label.startswith("Keep as an example")]


def examples(saved: SavedToolset | None) -> list[object]:
    assert saved is not None
    return list(examples_of(check_toolset(saved.newest.text).tools[0]))


def test_a_call_becomes_an_example_in_a_new_version_of_its_toolset(
    open_page: OpenPage, store: Store
):
    mine = store.save_toolset(None, "Mine", TOOL)
    called(store, '{"a": 1}', '{"a": 2}')
    page = open_page("pages/runs.py", run="run-1")
    assert len(keepers(page)) == 2

    page.button(key=keepers(page)[0]).click().run()

    grown = store.toolset(mine.id)
    assert examples(grown) == [{"a": 1}]
    assert grown is not None
    assert grown.newest.note == "An example of add from a run."
    assert [toast.value for toast in page.toast] == ["Kept. Mine has 2 versions now."]
    assert len(keepers(page)) == 1

    page.button(key=keepers(page)[0]).click().run()
    assert examples(store.toolset(mine.id)) == [{"a": 1}, {"a": 2}]
    assert keepers(page) == []


@pytest.mark.parametrize(
    "arguments", ['{"a": "x"}', '{"a": 1', "[1]", "{}", ""], ids=["misfit", "cut", "list", "no", ""]
)
def test_a_call_that_is_no_good_example_is_not_offered(
    open_page: OpenPage, store: Store, arguments: str
):
    store.save_toolset(None, "Mine", TOOL)
    called(store, arguments)

    assert keepers(open_page("pages/runs.py", run="run-1")) == []


def test_of_tools_that_are_not_saved_nothing_is_offered(open_page: OpenPage, store: Store):
    called(store, '{"a": 1}')

    assert keepers(open_page("pages/runs.py", run="run-1")) == []


def test_a_tool_that_the_newest_version_does_not_have_gets_no_example(
    open_page: OpenPage, store: Store
):
    mine = store.save_toolset(None, "Mine", TOOL)
    store.save_toolset(mine.id, "", RENAMED)
    called(store, '{"a": 1}')

    assert keepers(open_page("pages/runs.py", run="run-1")) == []


def test_a_toolset_that_another_tab_has_changed_since_is_told(open_page: OpenPage, store: Store):
    mine = store.save_toolset(None, "Mine", TOOL)
    called(store, '{"a": 1}')
    page = open_page("pages/runs.py", run="run-1")
    store.save_toolset(mine.id, "", RENAMED)

    page.button(key=keepers(page)[0]).click().run()

    assert page.exception == []
    assert "changed or deleted in another tab" in page.toast[0].value
    newest = store.toolset(mine.id)
    assert newest is not None
    assert newest.newest.text == RENAMED
