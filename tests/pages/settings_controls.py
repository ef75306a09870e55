"""The settings of the Playground, as a person sets them."""

from scripted_gateway import ScriptedGateway
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ChatInput

ALWAYS_SENT = {"messages", "model", "stream", "stream_options", "tools"}


def open_fold(page: AppTest, label: str, *, is_open: bool = True) -> AppTest:
    """Opens or closes one group of the settings, in the fold that holds them all."""
    page.session_state["settings-more"] = True
    page.session_state[f"settings-{label}"] = is_open
    return page.run()


def pick(page: AppTest, name: str, value: object) -> AppTest:
    """Picks a value, or takes the choice back with ``None``."""
    return page.selectbox(key=f"talk-set-{name}").set_value(value).run()


def write(page: AppTest, name: str, text: str) -> AppTest:
    """Types a text of one or more lines."""
    key = f"talk-set-{name}"
    many = [one for one in page.text_area if one.key == key]
    return (many or [page.text_input(key=key)])[0].set_value(text).run()


def type_schema(page: AppTest, text: str) -> AppTest:
    """Puts a text into the schema's editor, as the browser would report it."""
    return _type_json(page, "schema", text)


def type_extra_json(page: AppTest, text: str) -> AppTest:
    """Puts a text into the editor of the free JSON."""
    return _type_json(page, "extra-json", text)


def clear_settings(page: AppTest) -> AppTest:
    """Presses the one button that clears all but the main settings."""
    return page.button(key="talk-clear-settings").click().run()


def take_model(page: AppTest, name: str) -> AppTest:
    """Picks a model of the gateway's list."""
    return page.selectbox(key="talk-model").set_value(name).run()


def told_of_more_settings(page: AppTest) -> str:
    """What is told of the settings that a newcomer does not see, beneath their fold."""
    told = (caption.value for caption in page.sidebar.caption)
    return next((one for one in told if one.startswith("More settings: ")), "")


def composer(page: AppTest) -> ChatInput:
    """Where messages are written; its placeholder says why when none can be sent."""
    return page.chat_input(key="talk-composer")


def sent_fields(_: AppTest, scripted: ScriptedGateway) -> dict[str, object]:
    """What the last request had beside what every request has."""
    sent = scripted.requests[-1].json
    return {name: value for name, value in sent.items() if name not in ALWAYS_SENT}


def not_sent(page: AppTest) -> list[str]:
    """What stands beneath the settings that are set and not sent."""
    return [one.value for one in page.caption if one.value.startswith("Not sent: ")]


def _type_json(page: AppTest, name: str, text: str) -> AppTest:
    editor = f"settings-{name}-{page.session_state['workspace'].generation}"
    state, counter = page.session_state, f"{editor}-version"
    version = state[counter] if counter in state else 0  # noqa: SIM401 - it has no `get`
    state[f"{editor}-text-{version}"] = text
    return page.run()
