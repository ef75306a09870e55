"""The Tools page, read and used as a person does, without a browser."""

from playground import words
from streamlit.testing.v1 import AppTest

from components.workshop import Workshop

PAGE = "pages/tools.py"
EDITOR = "toolset-in-workshop"


def read(page: AppTest) -> str:
    """All words of the page, those on its folds and tabs included."""
    folds = [one.label for one in (*page.expander, *page.tabs)]
    return "\n".join([words(page), *folds])


def workshop_of(page: AppTest) -> Workshop:
    """The workshop as the page has it."""
    return page.session_state["workshop"]


def write(page: AppTest, text: str) -> AppTest:
    """Puts a text into the editor, as the browser would report it."""
    page.session_state[f"{EDITOR}-text-{page.session_state[f'{EDITOR}-version']}"] = text
    return page.run()


def show(page: AppTest, tab: str) -> AppTest:
    """Turns to a tab beside the editor."""
    page.session_state["tools-tabs"] = tab
    return page.run()


def unfold(page: AppTest, label: str) -> AppTest:
    """Opens a fold beneath the editor."""
    page.session_state[f"tools-fold-{label}"] = True
    return page.run()
