"""A remedy: one change to a request that was refused."""

from dataclasses import dataclass
from datetime import datetime

from switchboard.gateway_records import Learnt


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to change before sending again."""

    field: str
    """What was refused: a field of the request, of its messages, tools (``strict``) or images
    (``detail``); or ``field=value``, a field of the profile and what it must be; or a field and
    ``HERE``: refused only as it stood in this request, so that nothing is learnt of it."""

    label: str
    """On the button: ``Send again without temperature``."""

    says: str
    """The gateway's words, keys masked."""

    @property
    def is_learnt(self) -> bool:
        """Whether it holds for later requests too."""
        return not self.field.endswith(HERE)

    def learnt(self, model: str, at: datetime) -> Learnt:
        """What is remembered for this gateway and model."""
        return Learnt(self.field, model, self.says, at)


HERE = "=here"
SWAPPED = {"max_tokens": "max_completion_tokens", "max_completion_tokens": "max_tokens"}
"""A token limit is never lost: where one field is refused, the other takes it."""

_LABELS = {
    "effort_beside_tools=none": "Send again with reasoning_effort none",
    "sampling_beside_effort=absent": "Send again without sampling settings",
    "sampling_beside_effort=none": "Send again without sampling settings",
    "system_role=system": "Send again with the role system",
    "system_role=developer": "Send again with the role developer",
    "content_beside_calls=null": "Send again with content null beside calls",
    "content_beside_calls=empty": "Send again with empty content beside calls",
    "content_beside_calls=absent": "Send again without content beside calls",
    "reasoning_replay=never": "Send again without thinking parts",
    "reasoning_replay=reasoning_content": "Send again with reasoning_content",
    "role_order=alternating": "Send again with neighbours of one role merged",
    "call_ids=nine": "Send again with ids of nine letters and digits",
    "schema_dialect=gemini": "Send again with schemas as Gemini takes them",
}


def remedy_named(field: str, says: str) -> Remedy:
    """The remedy for a field, with the words for its button."""
    if field in SWAPPED:
        return Remedy(field, f"Send again with {SWAPPED[field]}", says)
    return Remedy(field, _LABELS.get(field, f"Send again without {field.removesuffix(HERE)}"), says)
