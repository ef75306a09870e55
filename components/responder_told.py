"""Problems and refusals, where they belong."""

from collections.abc import Sequence

import streamlit as st

from components import state
from components.plain import escaped, with_code
from switchboard.problems import Problem

_SHOWN = 6


def told(problems: Sequence[Problem]) -> None:
    """A short list of what must be mended; nothing where there is nothing."""
    if not problems:
        return
    lines = [f"- {_place(one)}{with_code(one.message)}" for one in problems[:_SHOWN]]
    if len(problems) > _SHOWN:
        lines.append(f"- … and {len(problems) - _SHOWN} more")
    st.error("\n".join(lines) if len(lines) > 1 else lines[0].removeprefix("- "))


def refuse(key: str, sentence: str) -> None:
    """Why what was typed is not taken; an empty sentence takes it back. For callbacks."""
    state.plant(f"{key}-refused", sentence)


def refusal(key: str) -> None:
    """Draws what ``refuse`` told."""
    if sentence := state.value(f"{key}-refused", ""):
        st.caption(f":red[{with_code(sentence)}]")


def _place(problem: Problem) -> str:
    """The last steps of the path: the row says where they begin."""
    names = [str(step) for step in problem.path]
    within = names[names.index("responders") + 2 :] if "responders" in names else []
    return f"{escaped('.'.join(within))}: " if within else ""
