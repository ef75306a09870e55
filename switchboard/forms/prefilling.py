"""A value put into a form, so that exactly this value is shown."""

import json
from dataclasses import dataclass

from switchboard.forms.answers import Answer, Chosen, Listed, Named, Plain, Raw
from switchboard.forms.fields import Field
from switchboard.forms.holding import holds, is_kept, same
from switchboard.forms.suiting import branch_for
from switchboard.wire import Json

_MOST_FIELDS = 200
"""Of one form: more can't be looked over, and Streamlit gets slow. The rest stands as JSON."""

_DEEPEST = 10


def answers_of(form: Field, value: Json) -> Answer:
    """What stands in the form: for any value, ``value_of`` gives that value back."""
    return _Filling().answer(form, value)


def as_raw(value: Json) -> Raw:
    """The value as JSON text."""
    # As escapes where a browser would not keep what is written.
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return Raw(text if is_kept(text) else json.dumps(value, indent=2))


@dataclass
class _Filling:
    """Counts the fields of one form."""

    fields_left: int = _MOST_FIELDS

    def answer(self, field: Field, value: Json, depth: int = 0) -> Answer:
        self.fields_left -= 1
        if self.fields_left < 0 or depth > _DEEPEST:
            return as_raw(value)
        if field.kind == "alternatives":
            return self._alternative(field, value, depth)
        if isinstance(value, dict) and field.kind == "object" and all(map(is_kept, value)):
            return Named(
                tuple(
                    (name, self.answer(field.member(name), member, depth + 1))
                    for name, member in value.items()
                )
            )
        if isinstance(value, list) and field.kind == "list":
            items = enumerate(value)
            return Listed(tuple(self.answer(field.item(at), item, depth + 1) for at, item in items))
        return self._plain(field, value)

    def _alternative(self, field: Field, value: Json, depth: int) -> Answer:
        branch = branch_for(field, value)
        if branch is None:
            return as_raw(value)
        return Chosen(branch, self.answer(field.branches[branch], value, depth + 1))

    def _plain(self, field: Field, value: Json) -> Answer:
        if field.kind == "choice":
            is_known = any(same(option, value) for option in field.options)
            return Plain(value) if is_known else as_raw(value)
        return Plain(value) if holds(field.kind, value) else as_raw(value)
