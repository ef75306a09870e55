"""A flat tool as a canonical one: renamed, and what Chat can't hold kept in the margin."""

from switchboard.formats.canonical import entry
from switchboard.formats.json_forms.flat import RESPONSES, FlatForm
from switchboard.tools import MARGIN
from switchboard.wire import Json, JsonObject


def read_flat(value: JsonObject, form: FlatForm) -> JsonObject:
    """The canonical tool. Nothing is lost: unknown keys stand in the margin under the form's."""
    function = {ours: value[key] for key, ours in form.function.items() if key in value}
    margin = {ours: value[key] for key, ours in form.margin.items() if key in value}
    own = {key: item for key, item in value.items() if _is_own(key, item, form)}
    if form is RESPONSES:
        _unsaid(function, own)
    kept = value.get(MARGIN)
    before = kept if isinstance(kept, dict) else {}
    return entry(function, {**before, **margin, **({form.aside: own} if own else {})})


def _is_own(key: str, item: Json, form: FlatForm) -> bool:
    if key == MARGIN:
        return not isinstance(item, dict)
    return key not in form.own_keys() and not (key == "type" and item == form.kind)


def _unsaid(function: JsonObject, own: JsonObject) -> None:
    """In Responses both may be null. Without ``strict`` a tool is strict if its schema allows it,
    where Chat takes that for not strict: what was meant is kept."""
    if function.get("parameters", ...) is None:
        del function["parameters"]
    if function.get("strict") is None:
        function.pop("strict", None)
        own["strict"] = None
