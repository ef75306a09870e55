"""How the next token is drawn, and what is told of the odds."""

from components.settings_basis import Panel
from components.settings_bindings import setting
from components.settings_text import biases_as_text, biases_in
from components.settings_widgets import choice, lines, number

_LARGEST_SEED = 2**53 - 1  # A browser holds no larger whole number.
_BIAS = setting("logit_bias", read=biases_in, show=biases_as_text)


def sampling_settings(panel: Panel) -> None:
    """Draws them."""
    number(panel, "top_p", "Top p", low=0.0, high=1.0, step=0.05, about="`top_p`: 0 to 1.")
    for kind in ("frequency", "presence"):
        name = f"{kind}_penalty"
        label = f"{kind.capitalize()} penalty"
        number(panel, name, label, low=-2.0, high=2.0, step=0.1, about=f"`{name}`: -2 to 2.")
    number(
        panel,
        "seed",
        "Seed",
        low=-_LARGEST_SEED,
        high=_LARGEST_SEED,
        step=1,
        about="`seed`: the same number, as far as the gateway can, brings the same answer.",
    )
    _logit_bias(panel)
    _log_probabilities(panel)


def _logit_bias(panel: Panel) -> None:
    about = "`logit_bias`: a token id and a number from -100 to 100 on each line."
    lines(panel, _BIAS, "logit_bias", "Logit bias", about=about, like="50256: -100")


def _log_probabilities(panel: Panel) -> None:
    choice(
        panel,
        "logprobs",
        "Log probabilities",
        {True: "yes", False: "no"},
        about="`logprobs`: how likely each token was.",
    )
    needs = "" if panel.settings.logprobs else "Needs log probabilities."
    number(
        panel,
        "top_logprobs",
        "Alternatives per token",
        low=0,
        high=20,
        step=1,
        about="`top_logprobs`: 0 to 20.",
        refusal=panel.refusal("logprobs") or panel.refusal("top_logprobs") or needs,
    )
