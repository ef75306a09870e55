"""The models and what each accepts."""

from dataclasses import dataclass, replace

from switchboard.offline.refusals import Refusal
from switchboard.wire import JsonObject

# 22 November 2026: a fixed date, so that the list is the same on every start.
CREATED = 1_795_305_600


@dataclass(frozen=True, slots=True)
class Model:
    """A model of this gateway. Its rules copy those of the models it stands in for."""

    id: str
    reasons: bool = False
    """Follows the o-series rules: no sampling parameters, reasoning counted as output."""

    sees: bool = True
    """Takes images."""

    takes_wishes: bool = False
    """Whether a fault or an oddity may be asked for after a colon."""

    wish: str = ""
    """What was asked for after the colon."""


CHAT = Model("offline-chat")
REASONER = Model("offline-reasoner", reasons=True, sees=False)
FLAKY = Model("offline-flaky", takes_wishes=True)
ODD = Model("offline-odd", takes_wishes=True)
MODELS = (CHAT, REASONER, FLAKY, ODD)


def find_model(name: str) -> Model:
    """The model of that name, with what stands after its colon; raises the reference's 404."""
    plain, colon, wish = name.partition(":")
    for model in MODELS:
        if model.id == name:
            return model
        if model.id == plain and model.takes_wishes and colon:
            return replace(model, id=name, wish=wish or " ")
    raise Refusal(
        f"The model `{name}` does not exist or you do not have access to it.",
        code="model_not_found",
        status=404,
    )


def model_entry(model: Model) -> JsonObject:
    """One entry of ``GET /v1/models``."""
    return {
        "id": model.id,
        "object": "model",
        "created": CREATED,
        "owned_by": "switchboard-offline",
    }
