"""Several answers to one request, side by side, of which the conversation goes on with one."""

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import actions, services
from components.answer_line import ending_of
from components.call_card import heading
from components.plain import escaped, showable
from switchboard.conversations import Entry
from switchboard.messages import Choice, Message

MOST = 12
"""Answers drawn at once; the others of up to 128 are in the inspector."""

_NARROWEST = 180
"""Pixels of a column: two stand side by side in a window of 1280, three in a wide one."""

Draw = Callable[[Message, DeltaGenerator], None]
"""Draws a message, given the place kept free above its text."""


def choice_cells(count: int) -> list[DeltaGenerator]:
    """A place for each answer, each with its number, two or three in a row."""
    grid = st.grid(3, min_column_width=_NARROWEST, gap="xsmall", border=True)
    cells = [grid.cell() for _ in range(count)]
    for number, cell in enumerate(cells, start=1):
        cell.caption(f"Answer {number}")
    return cells


def answers_of(entry: Entry, before: DeltaGenerator, draw: Draw, *, is_last: bool) -> None:
    """The entry's message, and whatever else was answered to the same request.

    ``before``: the place kept free above the text. While the entry is the last, the person may
    choose another answer to go on with.
    """
    if entry.outcome and entry.outcome.choices > 1:
        if is_last and (choices := _kept(entry)):
            _side_by_side(entry, choices, draw, can_choose=True)
        else:
            draw(entry.message, before)
            _folded(entry, draw)
    else:
        draw(entry.message, before)


def _side_by_side(
    entry: Entry, choices: tuple[Choice, ...], draw: Draw, *, can_choose: bool
) -> None:
    for position, cell in enumerate(choice_cells(len(choices))):
        with cell:
            _choice(choices[position], draw)
            _choosing(entry, position, can_choose=can_choose)
    if entry.outcome and entry.outcome.choices > len(choices):
        st.caption(
            f"{len(choices)} of {entry.outcome.choices} answers. All of them are in the inspector."
        )


def _folded(entry: Entry, draw: Draw) -> None:
    # Read when it is opened: a long conversation may have many.
    fold = st.expander("The other answers", key=f"talk-others-{entry.id}", on_change="rerun")
    if fold.open:
        with fold:
            if choices := _kept(entry):
                _side_by_side(entry, choices, draw, can_choose=False)
            else:
                st.caption("They are no longer kept.")


def _kept(entry: Entry) -> tuple[Choice, ...]:
    step = services.jobs().step(entry.outcome.step_id) if entry.outcome else None
    return step.answer.choices[:MOST] if step else ()


def _choice(choice: Choice, draw: Draw) -> None:
    draw(choice.message, st.empty())
    for call in choice.message.calls:
        with st.container(border=True):
            st.markdown(heading(call.name))
            st.code(showable(call.arguments), language="json", wrap_lines=True)
    if ending := ending_of(choice.finish_reason):
        st.caption(escaped(ending))


def _choosing(entry: Entry, position: int, *, can_choose: bool) -> None:
    if entry.outcome and entry.outcome.chosen == position:
        st.badge(
            "Chosen",
            help="The conversation goes on with this one.",
            icon=":material/check:",
            color="green",
        )
    elif can_choose:
        st.button(
            "Go on with this one",
            key=f"talk-choose-{entry.id}-{position}",
            on_click=actions.choose,
            args=(entry.id, position),
        )
