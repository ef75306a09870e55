"""One parameter of the builder, opened."""

import json
from collections.abc import Callable
from functools import partial

import streamlit as st

from components import state
from components.plain import with_code
from components.state import PER_TOOLSET
from components.workshop import Workshop
from components.workshop_build_edit import edit
from components.workshop_build_options import lines_of, options_in
from components.workshop_build_words import KIND_WORDS
from components.workshop_shown import shown
from switchboard.forms.building import (
    with_about,
    with_kind,
    with_name,
    with_options,
    with_place,
    with_required,
    without_parameter,
)
from switchboard.forms.parameters import IN_JSON, KINDS, Parameter, Where, parameters_of
from switchboard.tools import Tool
from switchboard.tools.quoting import code
from switchboard.wire import JsonObject


def parameter_key(where: Where, name: str) -> str:
    """What the keys of a parameter's widgets begin with."""
    return f"{PER_TOOLSET}build-{json.dumps([*where, name])}"


def parameter_fields(workshop: Workshop, tool: Tool, parameter: Parameter, where: Where) -> None:
    """Draws what can be changed of it; of one that is edited in JSON nothing but its place."""
    drawn = _Drawn(workshop, tool, parameter, where)
    if parameter.kind == IN_JSON:
        st.caption("This uses more than can be shown here. It is edited in JSON, in the editor.")
        drawn.required()
    else:
        drawn.name()
        drawn.kind()
        drawn.about()
        if parameter.kind.endswith("choice"):
            drawn.options()
        drawn.required()
    drawn.buttons()


class _Drawn:
    """The widgets of one parameter, and what each of them changes."""

    def __init__(self, workshop: Workshop, tool: Tool, parameter: Parameter, where: Where) -> None:
        self._workshop, self._tool = workshop, tool
        self._parameter, self._where = parameter, where
        self._key = parameter_key(where, parameter.name)

    @property
    def _others(self) -> list[str]:
        named = [one.name for one in parameters_of(self._tool.raw, self._where)]
        return [name for name in named if name != self._parameter.name]

    def name(self) -> None:
        key = shown(f"{self._key}-name", self._parameter.name)
        st.text_input("Name", key=key, on_change=self._take_name, args=(key,))
        if taken := state.value(f"{self._key}-taken", ""):
            st.caption(f":red[{with_code(f'There is a parameter {code(taken)} already.')}]")

    def kind(self) -> None:
        key = shown(f"{self._key}-kind", self._parameter.kind)
        st.selectbox(
            "Type",
            list(KINDS),
            key=key,
            format_func=lambda one: KIND_WORDS[one],
            on_change=self._take_kind,
            args=(key,),
        )

    def about(self) -> None:
        key = shown(f"{self._key}-about", self._parameter.about)
        st.text_area(
            "Description", key=key, height="content", on_change=self._take_about, args=(key,)
        )

    def options(self) -> None:
        key = shown(f"{self._key}-options", lines_of(self._parameter.options))
        st.text_area(
            "Choices, one a line",
            key=key,
            height="content",
            help='`1`, `true` and `null` are no texts; write `"1"` for the text.',
            on_change=self._take_options,
            args=(key,),
        )
        if not self._parameter.options:
            st.caption(":red[No choices yet, so nothing fits.]")

    def required(self) -> None:
        key = shown(f"{self._key}-required", self._parameter.is_required)
        st.checkbox("Required", key=key, on_change=self._take_required, args=(key,))

    def buttons(self) -> None:
        names = [one.name for one in parameters_of(self._tool.raw, self._where)]
        at = names.index(self._parameter.name)
        with st.container(horizontal=True):
            self._move(":material/arrow_upward:", "Move up", by=-1, is_disabled=at == 0)
            is_last = at == len(names) - 1
            self._move(":material/arrow_downward:", "Move down", by=1, is_disabled=is_last)
            st.button(
                "Remove",
                icon=":material/delete:",
                type="tertiary",
                key=f"{self._key}-remove",
                on_click=self._edit,
                args=(without_parameter, "Remove"),
            )

    def _move(self, icon: str, words: str, *, by: int, is_disabled: bool) -> None:
        st.button(
            icon,
            type="tertiary",
            key=f"{self._key}-{words}",
            help=words,
            disabled=is_disabled,
            on_click=self._edit,
            args=(partial(with_place, by=by), words),
        )

    def _take_name(self, key: str) -> None:
        new = state.value(key, "").strip()
        if new in self._others:
            state.plant(f"{self._key}-taken", new)
        elif new:
            state.plant(f"{parameter_key(self._where, new)}-is-open", True)
            self._edit(partial(with_name, new=new), "Rename")

    def _take_kind(self, key: str) -> None:
        self._edit(partial(with_kind, kind=state.value(key, "text")), "Type of")

    def _take_about(self, key: str) -> None:
        self._edit(partial(with_about, about=state.value(key, "")), "Description of")

    def _take_options(self, key: str) -> None:
        options = options_in(state.value(key, ""))
        self._edit(partial(with_options, options=options), "Choices of")

    def _take_required(self, key: str) -> None:
        change = partial(with_required, is_required=state.value(key, False))
        self._edit(change, "Required or not:")

    def _edit(self, change: Callable[..., JsonObject], said: str) -> None:
        state.plant(f"{self._key}-taken", "")
        bound = partial(change, where=self._where, name=self._parameter.name)
        edit(self._workshop, self._tool, bound, said=f"{said} {self._parameter.name}")
