"""One condition: an argument, what must be true of it, and the value."""

from dataclasses import replace
from typing import cast

import streamlit as st

from components import state
from components.condition_draft import Line
from components.condition_value_field import condition_value
from components.condition_values import beginning, relations_for, with_relation
from components.plain import escaped, showable
from components.responder_told import refusal, refuse
from components.workshop_shown import shown
from switchboard.forms import form_of
from switchboard.simulate.plans import Relation, SimpleCondition


def condition_line(line: Line) -> None:
    """Draws it."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        _argument(line)
        _relation(line)
        condition_value(line)
        st.button(
            f"Remove the condition on {escaped(line.condition.argument)}",
            icon=":material/close:",
            type="tertiary",
            key=f"{line.key}-only-icon-off",
            help="Remove the condition",
            on_click=line.put,
            args=(None,),
        )
    refusal(line.key)


def _argument(line: Line) -> None:
    names = [*form_of(line.tool.parameters or {}).names]
    named = line.condition.argument
    key = shown(f"{line.key}-argument", named)
    st.selectbox(
        "When" if line.is_first else "and",
        [*names, *([] if named in names else [named])],
        key=key,
        format_func=showable,
        accept_new_options=True,
        width=150,
        on_change=_take_argument,
        args=(line, key),
    )


def _take_argument(line: Line, key: str) -> None:
    name = state.value(key, "") or line.condition.argument
    there = replace(line, condition=SimpleCondition(name, "is", None))
    line.put(SimpleCondition(name, "is", beginning(there.field)))


def _relation(line: Line) -> None:
    relations = relations_for(line.field)
    now = line.condition.relation
    key = shown(f"{line.key}-relation", now)
    st.selectbox(
        "Relation",
        [*relations, *([] if now in relations else [now])],
        key=key,
        width=125,
        label_visibility="hidden",
        on_change=_take_relation,
        args=(line, key),
    )


def _take_relation(line: Line, key: str) -> None:
    relation = cast(Relation, state.value(key, "is"))
    refuse(line.key, "")
    line.put(with_relation(line.condition, relation, line.field))
