"""Fields of the responders that answer by themselves: fixed, by a template, from the schema."""

import json
from dataclasses import replace

import streamlit as st

from components.plain import showable
from components.responder_beginnings import plausible
from components.responder_draft import Draft
from components.responder_told import told
from components.template_words import template_words
from components.workshop_shown import shown
from switchboard.responders import Fixed, FromSchema, Template
from switchboard.templates import template_problems
from switchboard.tools.json_text import read_json
from switchboard.wire import Json


def fixed_fields(draft: Draft, action: Fixed) -> None:
    """The result, as JSON or as a text."""
    key = shown(f"{draft.key}-result", result_text(action.result))
    st.text_area(
        "Result",
        key=key,
        height="content",
        help="JSON, or any text: what is no JSON is sent as it is.",
        on_change=draft.take,
        args=(key, lambda text: Fixed(result_in(text))),
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        if isinstance(action.result, str):
            st.caption("This is not JSON. It is sent as text, which is allowed.")
        st.button(
            "A plausible one",
            type="tertiary",
            icon=":material/auto_awesome:",
            key=f"{draft.key}-plausible",
            on_click=_put_plausible,
            args=(draft,),
        )


def template_fields(draft: Draft, action: Template) -> None:
    """The template, what may stand in it, and its seed."""
    key = shown(f"{draft.key}-template", showable(action.text))
    st.text_area(
        "Template",
        key=key,
        height="content",
        on_change=draft.take,
        args=(key, lambda text: replace(action, text=text)),
    )
    told(template_problems(action.text))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _seed(draft, action)
        with st.popover("What may stand in it", icon=":material/help:", key=f"{key}-words"):
            template_words(draft.scope.tool)


def schema_fields(draft: Draft, action: FromSchema) -> None:
    """The seed, and what is missing without an output schema."""
    if draft.scope.reading.plan.output_schema is None:
        st.warning("This tool has no output schema yet. Write one under Output schema below.")
    _seed(draft, action)


def result_in(text: str) -> Json:
    """The JSON that a person wrote; of anything else, a JSON text included, the text as it is."""
    reading = read_json(text)
    is_json = reading.is_json and not reading.problems and not isinstance(reading.value, str)
    return reading.value if is_json else text


def result_text(result: Json) -> str:
    """As ``result_in`` reads it."""
    if isinstance(result, str):
        return showable(result)
    return showable(json.dumps(result, ensure_ascii=False, indent=2))


def _seed(draft: Draft, action: Template | FromSchema) -> None:
    key = shown(f"{draft.key}-seed", action.seed)
    st.number_input(
        "Seed",
        key=key,
        step=1,
        width=140,
        help="The same seed gives the same result to the same call.",
        on_change=draft.take,
        args=(key, lambda seed: replace(action, seed=int(seed or 0))),
    )


def _put_plausible(draft: Draft) -> None:
    draft.put(Fixed(plausible(draft.scope.tool, draft.scope.arguments)))
