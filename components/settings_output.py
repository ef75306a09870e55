"""What the answer is to be like: its form, its length, how many there are."""

from components.settings_basis import Panel
from components.settings_bindings import setting
from components.settings_format import response_format
from components.settings_text import stops_as_text, stops_in
from components.settings_widgets import choice, lines, number

_STOP = setting("stop", read=stops_in, show=stops_as_text)
_VERBOSITIES = {word: word for word in ("low", "medium", "high")}


def output_settings(panel: Panel) -> None:
    """Draws them."""
    response_format(panel)
    about = "`n`: this many answers to one request, each of them paid for."
    number(panel, "n", "Number of answers", low=1, high=128, step=1, about=about)
    about = r"`stop`: the answer ends before any of these. One per line, at most four; `\n` in a"
    about += r" line stands for a line break, `\s` for a space."
    lines(panel, _STOP, "stop", "Stop texts", about=about, like="END")
    about = "`verbosity`: how wordy the answer is."
    choice(panel, "verbosity", "Verbosity", _VERBOSITIES, about=about)


def reasoning_settings(panel: Panel) -> None:
    """The effort, where the model takes any."""
    efforts = panel.profile.reasoning_efforts
    choice(
        panel,
        "reasoning_effort",
        "Reasoning effort",
        {effort: effort for effort in efforts},
        about=f"`reasoning_effort`: how long the model thinks.{_beside_tools(panel)}",
        refusal="" if efforts else "This model takes no reasoning effort.",
    )


def _beside_tools(panel: Panel) -> str:
    if panel.profile.effort_beside_tools == "any":
        return ""
    sent = {"absent": "only `none` is sent", "none": "always `none` is sent"}
    return f" Together with tools {sent[panel.profile.effort_beside_tools]}, as this model wants."
