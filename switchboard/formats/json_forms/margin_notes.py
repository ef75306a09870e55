"""What of the tools that were read is kept only beside them."""

from collections import Counter
from collections.abc import Iterable, Iterator

from switchboard.formats.json_forms.flat import FLAT_FORMS
from switchboard.formats.wording import code
from switchboard.tools import MARGIN
from switchboard.wire import JsonObject

_ASIDES = frozenset(form.aside for form in FLAT_FORMS.values())


def margin_notes(entries: Iterable[JsonObject]) -> list[str]:
    """One sentence for all tools; none when nothing is kept aside."""
    counted = Counter(name for entry in entries for name in _names(entry))
    if not counted:
        return []
    named = ", ".join(f"{code(name)} ({count})" for name, count in sorted(counted.items()))
    return [f"Kept under `{MARGIN}`, which is never sent, with how many tools have it: {named}."]


def _names(entry: JsonObject) -> Iterator[str]:
    margin = entry.get(MARGIN)
    for key, item in margin.items() if isinstance(margin, dict) else ():
        if key in _ASIDES and isinstance(item, dict):
            yield from (f"{key}.{name}" for name in item)
        else:
            yield key
