"""When a responder answers: conditions of one argument each, or a schema of its own as JSON."""

import json
from collections.abc import Sequence

import streamlit as st

from components import state
from components.condition_draft import Line
from components.condition_line import condition_line
from components.condition_values import beginning
from components.plain import showable
from components.responder_draft import Draft
from components.responder_json import json_draft
from switchboard.forms import form_of
from switchboard.simulate.plans import SimpleCondition, condition_of, simple_conditions
from switchboard.tools import check_schema_text
from switchboard.wire import Json


def condition_fields(draft: Draft) -> None:
    """Draws them: a line each, and what adds one."""
    when = draft.responder.when
    simple = [] if when is None else simple_conditions(when)
    is_json = simple is None or state.value(f"{draft.key}-when-as-json", False)
    with st.container(gap="xsmall"):
        if simple is None or is_json:
            _as_json(draft)
        else:
            _lines(draft, simple)
        _buttons(draft, simple, is_json=is_json)


def put_conditions(draft: Draft, conditions: Sequence[SimpleCondition]) -> None:
    """Makes these the condition; none at all: it always answers. For callbacks."""
    draft.put_condition(condition_of(conditions) if conditions else None)


def _lines(draft: Draft, conditions: list[SimpleCondition]) -> None:
    for at, condition in enumerate(conditions):
        before, after = conditions[:at], conditions[at + 1 :]

        def put(
            new: SimpleCondition | None,
            before: list[SimpleCondition] = before,
            after: list[SimpleCondition] = after,
        ) -> None:
            put_conditions(draft, [*before, *([new] if new else []), *after])

        key = f"{draft.key}-when-{at}"
        condition_line(Line(draft.scope.tool, condition, key, put, is_first=at == 0))


def _buttons(draft: Draft, conditions: list[SimpleCondition] | None, *, is_json: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        if conditions is not None and not is_json:
            st.button(
                "Add a condition" if conditions else "Only for some arguments",
                type="tertiary",
                icon=":material/filter_alt:",
                key=f"{draft.key}-when-add",
                on_click=_add,
                args=(draft, conditions),
            )
        if conditions is not None:
            st.toggle("As JSON", key=f"{draft.key}-when-as-json")


def _add(draft: Draft, conditions: list[SimpleCondition]) -> None:
    form = form_of(draft.scope.tool.parameters or {})
    used = {each.argument for each in conditions}
    free = [name for name in form.names if name not in used]
    name = next(iter(free or form.names), "argument")
    value = (draft.scope.arguments or {}).get(name, beginning(form.member(name)))
    put_conditions(draft, [*conditions, SimpleCondition(name, "is", value)])


def _as_json(draft: Draft) -> None:
    when = draft.responder.when
    st.caption("It answers where the arguments fit this JSON Schema.")
    text = showable(json.dumps({} if when is None else when, ensure_ascii=False, indent=2))

    def put(schema: Json) -> None:
        draft.put_condition(schema if isinstance(schema, dict) and schema else None)

    json_draft(
        f"{draft.key}-when-json",
        text,
        check=check_schema_text,
        label="Use this schema",
        put=put,
        height=160,
    )
