"""Runs that were kept, and what the Runs page shows of them."""

from collections.abc import Callable
from dataclasses import replace

from streamlit.testing.v1 import AppTest

from switchboard.store import Store
from tests.store.records import a_run, a_step, finished

OpenPage = Callable[..., AppTest]


def keep(store: Store, run_id: str, *, minutes: int = 0, **changes: object) -> None:
    """A run of one finished step with these changes."""
    store.begin_run(a_run(run_id, minutes=minutes, title=f"Question of {run_id}"))
    step = a_step(f"step of {run_id}", run_id=run_id, minutes=minutes)
    store.begin_step(replace(finished(step), **changes))


def asked(page: AppTest) -> list[str]:
    """The questions of the runs in the list, in its order."""
    return [str(text) for text in page.dataframe[0].value["Asked"]]


def codes(page: AppTest) -> list[str]:
    """What stands in a code block each."""
    return [code.value for code in page.code]


def texts(page: AppTest) -> list[str]:
    """What stands as plain text."""
    return [text.value for text in page.text]


def captions(page: AppTest) -> str:
    """The small print."""
    return "\n".join(caption.value for caption in page.caption)
