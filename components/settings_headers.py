"""Extra headers: kept with the conversation, so never with a key in them."""

from collections.abc import Iterator, Mapping

from components.settings_basis import Panel
from components.settings_bindings import setting
from components.settings_text import pairs_as_text, pairs_in
from components.settings_widgets import lines
from switchboard.gateway.masking import masked_sent_headers, may_be_secret
from switchboard.problems import Problem


def extra_headers(panel: Panel) -> None:
    """Draws them."""
    about = "One name and value on each line, sent beside the key. They are saved with the"
    about += " conversation, so no keys here."
    lines(panel, _HEADERS, "extra_headers", "Extra headers", about=about, like="X-Team: demo")


def key_problems(headers: Mapping[str, str]) -> Iterator[Problem]:
    """Headers that held what looked like a key, which was not taken."""
    for name, value in headers.items():
        if may_be_secret(name) or "***" in value:
            message = (
                f"The extra header {name[:40]!r} looks as if it held a key, and keys are never"
                " saved. Remove it, and type the key into its own field in the sidebar."
            )
            yield Problem(message, ("extra_headers", name))


def _without_keys(text: str | None) -> dict[str, str]:
    # The widget shows what was typed; the conversation, which is saved, never has the key.
    return masked_sent_headers(pairs_in(text))


_HEADERS = setting("extra_headers", read=_without_keys, show=pairs_as_text)
