"""How the conduct of a model is decided, for whoever wants to know."""

import streamlit as st

from components.plain import escaped
from switchboard.responders import FaultKind
from switchboard.simulate.faults import FAULT_WORDS
from switchboard.simulate.judging import RULES, is_hoped_for


def sweep_rules() -> None:
    """The rules in their order, what each fault does, and what is good of it; folded."""
    with st.expander("How this is decided", key="talk-sweep-rules"):
        st.markdown("The first of these that fits is what the model did:")
        st.markdown("\n".join(_rules()))
        st.markdown("What each fault does, and what one hopes for; the rest is neither:")
        st.markdown("\n".join(_faults()))


def _rules() -> list[str]:
    return [
        f"{number}. **{escaped(rule.label)}**: {escaped(rule.about)}"
        for number, rule in enumerate(RULES, 1)
    ]


def _faults() -> list[str]:
    words = {kind: FAULT_WORDS[kind] for kind in FaultKind}
    return [
        f"- **{escaped(word.label)}**: {escaped(word.about)} {_hopes(kind)}"
        for kind, word in words.items()
    ]


def _hopes(kind: FaultKind) -> str:
    good, bad = (
        [rule.label for rule in RULES if is_hoped_for(kind, rule.conduct) is wanted]
        for wanted in (True, False)
    )
    return f"Hoped for: {escaped(', '.join(good))}; the contrary: {escaped(', '.join(bad))}."
