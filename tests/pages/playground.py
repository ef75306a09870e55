"""The Playground as a person uses it, drawn by Streamlit without a browser."""

from dataclasses import replace

from streamlit.testing.v1 import AppTest

from switchboard.conversations import Conversation, Entry


def words(page: AppTest) -> str:
    """Everything a person can read on the page, in order of kind."""
    shown = [*page.markdown, *page.caption, *page.code, *page.error, *page.warning, *page.info]
    return "\n".join(element.value for element in shown)


def say(page: AppTest, text: str) -> AppTest:
    """Types a message and sends it."""
    return page.chat_input(key="talk-composer").set_value(text).run()


def type_toolset(page: AppTest, text: str) -> AppTest:
    """Puts a text into the editor, as the browser would report it."""
    page.session_state[f"toolset-text-{page.session_state['toolset-version']}"] = text
    return page.run()


def type_model(page: AppTest, name: str) -> AppTest:
    """Names a model that is in no list."""
    # AppTest can only pick what is listed; a browser journey types for real.
    workspace = page.session_state["workspace"]
    workspace.conversation = replace(workspace.conversation, model=name)
    return page.run()


def choose(page: AppTest, entry: Entry, deed: str) -> AppTest:
    """Takes something from a message's menu."""
    return page.menu_button(key=f"talk-menu-{entry.id}").set_value(deed).run()


def conversation_of(page: AppTest) -> Conversation:
    """The conversation as the page has it."""
    return page.session_state["workspace"].conversation
