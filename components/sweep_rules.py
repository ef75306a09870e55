"""How the conduct of a model is decided, for whoever wants to know."""

import streamlit as st

from components.plain import escaped
from switchboard.responders import FaultKind
from switchboard.simulate.faults import FAULT_WORDS
from switchboard.simulate.judging import RULES, Conduct, Rule, is_hoped_for


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
        [one.label for one in _possible(kind) if is_hoped_for(kind, one.conduct) is hoped]
        for hoped in (True, False)
    )
    return f"Hoped for: {escaped(', '.join(good))}; the contrary: {escaped(', '.join(bad))}."


def _possible(kind: FaultKind) -> list[Rule]:
    """Only an injected instruction can be obeyed."""
    is_order = kind is FaultKind.INJECTION
    return [rule for rule in RULES if is_order or rule.conduct is not Conduct.OBEYED]
