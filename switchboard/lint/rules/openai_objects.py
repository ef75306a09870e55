"""What OpenAI's strict mode asks of objects."""

from collections.abc import Iterator
from functools import partial

from switchboard.lint.places import place
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.objects import left_open, maps
from switchboard.lint.schemas import left_out, properties_of, required_of
from switchboard.lint.targets import OPENAI
from switchboard.lint.view import View
from switchboard.tools.quoting import code

_PROFILE = "UnitVectorY-Labs/jsonschemaprofiles docs/OPENAI.md"
_MOST_NAMED = 8
_STRICT = partial(Rule, targets=OPENAI, when="strict")


def _optional(view: View) -> Iterator[Finding]:
    for node in view.values:
        missing = left_out(node.schema)
        if missing:
            named = ", ".join(map(code, missing[:_MOST_NAMED]))
            more = " and the others" if len(missing) > _MOST_NAMED else ""
            yield Finding(
                node.path,
                f"OpenAI's strict mode requires every property: add {named}{more} to `required`"
                f' of {place(node.path)}, with `"null"` among the types of what may be left out.',
            )


def _required_of_nothing(view: View) -> Iterator[Finding]:
    for node in view.values:
        known = properties_of(node.schema)
        strange = [str(each) for each in required_of(node.schema) if str(each) not in known]
        if strange:
            yield Finding(
                (*node.path, "required"),
                f"`required` of {place(node.path)} names {', '.join(map(code, strange[:8]))}, which"
                " `properties` does not describe; OpenAI's strict mode wants the same names in"
                " both.",
            )


RULES = (
    _STRICT(
        id="OA-S-ADDL",
        what="every object is closed",
        limit="`additionalProperties: false`",
        source=_PROFILE,
        severity="change",
        check=partial(left_open, who="OpenAI's strict mode"),
    ),
    _STRICT(
        id="OA-S-ADDL-MAP",
        what="no object with names of the model's own choice",
        limit="`properties` says them all",
        source=_PROFILE,
        severity="refused",
        check=partial(maps, who="OpenAI's strict mode"),
    ),
    _STRICT(
        id="OA-S-REQ",
        what="`required` names every property",
        limit="optional is a union with null",
        source=f"{_PROFILE}; openai-python lib/_pydantic.py",
        severity="change",
        check=_optional,
    ),
    _STRICT(
        id="OA-S-REQ-KNOWN",
        what="`required` names nothing else",
        limit="exactly the keys of `properties`",
        source=_PROFILE,
        severity="change",
        check=_required_of_nothing,
    ),
)
