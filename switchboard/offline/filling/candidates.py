"""The values that a message offers to one parameter, the likeliest first; its texts are in
``texts.py``."""

from collections.abc import Iterator
from dataclasses import dataclass

from switchboard.offline.declining import without_declined
from switchboard.offline.filling.directions import direction
from switchboard.offline.filling.enums import named_values
from switchboard.offline.filling.nearness import by_nearness
from switchboard.offline.filling.numbers import fitted_number
from switchboard.offline.filling.pool import Pool
from switchboard.offline.reading import Finding
from switchboard.offline.words import terms
from switchboard.wire import Json, JsonObject


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value and the finding it came from, if it came from one."""

    value: Json
    source: Finding | None = None


def choice_candidates(schema: JsonObject, name: str, pool: Pool) -> Iterator[Candidate]:
    """The allowed values that the message names, those no other parameter took first."""
    values = schema.get("enum")
    listed = values if isinstance(values, list) else [schema.get("const")]
    for text in (pool.text, pool.scene.whole):
        named = named_values(listed, without_declined(text))
        fresh = [finding for finding in named if not pool.is_taken(finding)]
        ranked = sorted(fresh or named, key=lambda found: -direction(found, text, name))
        yield from (Candidate(finding.value, finding) for finding in ranked)


def number_candidates(
    schema: JsonObject, name: str, pool: Pool, *, required: bool
) -> Iterator[Candidate]:
    """The number next to the parameter's words; when it is a must, any that is left."""
    ranked = by_nearness(_said_as_numbers(pool), pool.text, name, schema)
    chosen = [finding for near, finding in ranked if near > 0 or required]
    if required:
        chosen += pool.elsewhere(("number",))
    for finding in chosen:
        yield from (Candidate(value, finding) for value in fitted_number(finding, name, schema))


def _said_as_numbers(pool: Pool) -> list[Finding]:
    """The numbers left; beside digits a word is none: "two triangles, one with base 12"."""
    free = list(pool.free(("number",)))
    digits = [finding for finding in free if finding.text.strip("-$€£¥ ")[:1].isdigit()]
    return digits or free


def boolean_candidates(name: str, pool: Pool) -> Iterator[Candidate]:
    """``True`` where the message speaks of it, ``False`` where it says without."""
    wanted = set(terms(name.replace("_", " "))) - {"is", "includ", "enabl", "allow"}
    if not wanted or not wanted & set(terms(pool.text)):
        return
    lowered = pool.text.lower()
    refused = any(f"{word} " in lowered for word in ("without", "no", "not", "don't", "exclude"))
    yield Candidate(not refused)
