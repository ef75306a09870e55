"""What came of a sweep: a line for each of its turns."""

from collections.abc import Sequence

import streamlit as st

from components.plain import escaped
from components.sweep_words import LEGEND, conduct_line, fault_label, reasons, tokens
from switchboard.responders import FaultKind
from switchboard.sweeps import Sweep, Trial, sweep_csv

_LONGEST_ANSWER = 240
_HEAD = "| Fault | The model | Why | Its answer | Tokens | |\n|---|---|---|---|--:|---|"


def sweep_table(sweep: Sweep) -> None:
    """The lines that are there, and a place for those that are still to come."""
    trials = {trial.kind: trial for trial in sweep.trials}
    under_way = sweep.under_way
    kinds = sweep.order.kinds if sweep.is_running else tuple(trials)
    lines = [
        _line(trials[kind]) if kind in trials else _waiting(kind, is_running=kind in under_way)
        for kind in kinds
    ]
    if lines:
        with st.container(key="talk-sweep-table"):
            st.markdown("\n".join([_HEAD, *lines]))
        st.caption(LEGEND)


def sweep_file(trials: Sequence[Trial]) -> None:
    """The table to take away."""
    st.download_button(
        "Download CSV",
        lambda: sweep_csv(trials),
        file_name="switchboard-fault-sweep.csv",
        mime="text/csv",
        icon=":material/download:",
        type="tertiary",
        key="talk-sweep-csv",
        on_click="ignore",
    )


def _line(trial: Trial) -> str:
    cells = [
        f"**{escaped(fault_label(trial.kind))}**",
        conduct_line(trial),
        escaped(reasons(trial)),
        _answer(trial.answer),
        tokens(trial),
        _way_to(trial.conversation_id),
    ]
    return f"| {' | '.join(cells)} |"


def _waiting(kind: FaultKind | None, *, is_running: bool) -> str:
    doing = ":material/hourglass_top: Under way" if is_running else "Waiting"
    return f"| **{escaped(fault_label(kind))}** | {doing} | | | | |"


def _answer(text: str) -> str:
    cut = text if len(text) <= _LONGEST_ANSWER else f"{text[:_LONGEST_ANSWER]}…"
    return escaped(cut)


def _way_to(conversation_id: str) -> str:
    """In a tab of its own: the table stays."""
    return f"[Open](?conversation={conversation_id})" if conversation_id else ""
