"""Facts about a step that its reply or its gateway tells: allowances left, the profile."""

from datetime import timedelta

import streamlit as st

from components import services
from components.figures import UNKNOWN, count, duration
from components.plain import escaped
from switchboard.conversations import OFFLINE
from switchboard.gateway import profile_for
from switchboard.gateway.profiles import describe
from switchboard.gateway.rate_limits import RateLimit, rate_limits
from switchboard.runs import Step


def allowances(step: Step) -> None:
    """What is left of the account's allowances, by the reply's headers; nothing where they tell
    nothing."""
    replied_at = step.started_at + timedelta(milliseconds=step.timing.first_byte_ms or 0)
    if limits := rate_limits(step.response_headers, now=replied_at):
        rows = [("Allowance", "Left", "Of", "Whole again after"), *map(_allowance, limits)]
        st.markdown(_table(rows))


def profile_in_force(step: Step) -> None:
    """What is known today of the gateway and model that were asked, and so was never sent."""
    is_embedded = step.base_url == services.offline_gateway().base_url
    record = services.store().gateway(OFFLINE if is_embedded else step.base_url)
    described = describe(profile_for(step.base_url, step.model, record))
    st.caption(
        "What is known today of this gateway and model. The request was made to fit what was known "
        "when it was sent."
    )
    st.markdown(_table([(each.label, each.value) for each in described]))
    reasons = dict.fromkeys(reason for each in described for reason in each.reasons)
    for reason in reasons:
        st.caption(escaped(reason))


def _allowance(limit: RateLimit) -> tuple[str, ...]:
    reset = UNKNOWN if limit.reset_s is None else duration(limit.reset_s * 1000)
    return limit.of.capitalize(), count(limit.remaining), count(limit.limit), reset


def _table(rows: list[tuple[str, ...]]) -> str:
    """Rows as a markdown table, the first as its head; every cell is shown as it stands."""
    lines = [f"| {' | '.join(escaped(cell) for cell in row)} |" for row in rows]
    rule = f"|{' --- |' * len(rows[0])}"
    return "\n".join([lines[0], rule, *lines[1:]])
