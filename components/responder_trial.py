"""What an answer gives to arguments of one's own, seen before any call."""

import json

import streamlit as st

from components import state
from components.cutting import beginning_and_end
from components.plain import showable, with_code
from components.responder_beginnings import example_arguments
from components.responder_draft import Draft
from components.response_words import response_lines
from components.settings_basis import told_problems
from switchboard.conversations import Preparation
from switchboard.messages import Call
from switchboard.responding import tried
from switchboard.simulate.plans import fits
from switchboard.tools import CheckedCall, check_call


def responder_trial(draft: Draft) -> None:
    """Draws the fold in which it is; nothing is worked out while that is closed."""
    key = f"{draft.key}-try"
    with st.expander("Try it", key=key, type="compact", on_change="rerun") as fold:
        if fold.open:
            _trial(draft, f"{key}-arguments")


def _trial(draft: Draft, key: str) -> None:
    tool = draft.scope.tool
    given = example_arguments(tool, draft.scope.arguments)
    state.seed(key, showable(json.dumps(given, ensure_ascii=False, indent=2)))
    text = st.text_area(
        "Arguments", key=key, height="content", help="As a model might write them. Not kept."
    )
    checked = check_call(Call("", tool.name, text), [tool])
    told_problems(checked.problems)
    if checked.arguments is None:
        return
    if not fits(draft.responder, checked.arguments):
        st.caption("These arguments do not fit its condition. If they did, this is its answer:")
    _answer(_tried(draft, checked, f"{key}-answered"))


def _tried(draft: Draft, checked: CheckedCall, key: str) -> Preparation:
    """Worked out once: a template may take its time, and the moment may stand in it."""
    asked = (draft.responder, draft.scope.tool, checked.call.arguments)
    before, answer = state.value(key, (None, Preparation()))
    if before != asked:
        answer = tried(draft.responder, draft.scope.tool, checked)
        state.plant(key, (asked, answer))
    return answer


def _answer(answer: Preparation) -> None:
    if answer.result is None:
        st.warning(with_code(answer.failure))
        return
    text = beginning_and_end(showable(answer.result.text))
    st.code(text, language="json", wrap_lines=True)
    st.caption("  \n".join(response_lines(answer.result.response)))
