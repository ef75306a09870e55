"""The two models and what each accepts."""

from dataclasses import dataclass

from switchboard.offline.refusals import Refusal
from switchboard.wire import JsonObject

# 22 November 2026: a fixed date, so that the list is the same on every start.
CREATED = 1_795_305_600


@dataclass(frozen=True, slots=True)
class Model:
    """A model of this gateway. Its rules copy those of the models it stands in for."""

    id: str
    reasons: bool
    """Follows the o-series rules: no sampling parameters, reasoning counted as output."""

    sees: bool
    """Takes images."""


CHAT = Model("offline-chat", reasons=False, sees=True)
REASONER = Model("offline-reasoner", reasons=True, sees=False)
MODELS = (CHAT, REASONER)


def find_model(name: str) -> Model:
    """The model of that name; raises the reference's 404."""
    for model in MODELS:
        if model.id == name:
            return model
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
