"""A gateway's check: what it costs, how far it is, what it found."""

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from components import services
from components.cutting import beginning_and_end
from components.gateways_reach import Reach
from components.plain import escaped, showable, with_code
from components.zones import local
from switchboard.errors import StoreError
from switchboard.gateway import Gateway
from switchboard.gateway_records import Finding, GatewayRecord
from switchboard.probes import TITLES, Check, CheckOutcome, Plan, cost_of, with_outcome
from switchboard.settings import Profile
from switchboard.turns import Waiting

_SIGNS = {
    "yes": ":green[:material/check_circle:]",
    "no": ":red[:material/cancel:]",
    "odd": ":orange[:material/help:]",
}


def check_view(record: GatewayRecord, reach: Reach, *, model: str, profile: Profile) -> None:
    """Offers a check, follows the one that is running, and shows what the last one found."""
    check = services.checks().find(record.base_url)
    if check and check.is_running:
        _follow(record.base_url)
        return
    _offer(record, reach, model, profile)
    if check and check.plan.model == model:
        _remarks(check.outcome)
    _findings([one for one in record.findings if one.model == model])


def _offer(record: GatewayRecord, reach: Reach, model: str, profile: Profile) -> None:
    st.caption(escaped(_cost_sentence(reach.gateway, model)))
    has_been = any(finding.model == model for finding in record.findings)
    plan = Plan(
        gateway=reach.gateway,
        model=model,
        limit_field=profile.token_limit_field,
        refused=frozenset(profile.refused),
    )
    st.button(
        "Check again" if has_been else "Check",
        icon=":material/play_arrow:",
        type="primary",
        key="gateways-check",
        disabled=not model,
        help=None if model else "Pick a model first.",
        on_click=_start,
        args=(record, plan),
    )


def _cost_sentence(gateway: Gateway, model: str) -> str:
    cost = cost_of(max_retries=gateway.max_retries)
    return (
        f"A check sends {cost.requests} requests to {gateway.name}"
        f"{f' as {model}' if model else ''}: about {cost.input_tokens:,} tokens in and "
        f"{cost.output_tokens:,} out. A model that reasons first may write more: the requests "
        f"allow {cost.allowed_output_tokens:,}. What fails in a way that may pass is sent again, "
        f"so that at the very most there are {cost.most_requests} requests and "
        f"{cost.most_output_tokens:,} tokens out. Nothing is sent before you start it."
    )


def _start(record: GatewayRecord, plan: Plan) -> None:
    try:
        store = services.store()
        if store.gateway(record.base_url) is None:
            store.save_gateway(record)
    except StoreError as error:
        st.toast(escaped(f"The check is not started: {error.message}"))
        return

    def save(outcome: CheckOutcome) -> None:
        # As it is kept by then: the person may have changed it, or removed it, meanwhile.
        if kept := store.gateway(record.base_url):
            store.save_gateway(with_outcome(kept, outcome))

    services.checks().start(record.base_url, plan, save=save)


@st.fragment(run_every=0.3)
def _follow(base_url: str) -> None:
    check = services.checks().find(base_url)
    is_running = check is not None and check.is_running
    if check is None or not is_running:
        st.rerun()
    _progress(check)
    if waiting := check.waiting:
        st.caption(with_code(f"{waiting.because} {_until_next_try(waiting)}"))
    for finding in _in_order(check.outcome.findings):
        st.markdown(_line(finding))


def _progress(check: Check) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.progress(check.progress, text=escaped(f"Asking {check.plan.model}: {check.next_title}"))
        st.button("Stop", icon=":material/stop_circle:", key="gateways-stop", on_click=check.stop)


def _until_next_try(waiting: Waiting) -> str:
    seconds = max((waiting.until - datetime.now(UTC)).total_seconds(), 0)
    return f"Try {waiting.attempt} of {waiting.of} in {seconds:.0f} s."


def _remarks(outcome: CheckOutcome) -> None:
    if outcome.ended_because:
        st.warning(escaped(outcome.ended_because))
    if outcome.store_error:
        st.error(escaped(f"What was found is not kept: {outcome.store_error.message}"))


def _findings(findings: Sequence[Finding]) -> None:
    if not findings:
        return
    last = local(max(finding.at for finding in findings))
    st.caption(escaped(f"Checked {last:%d %B %Y, %H:%M} with {findings[0].model}."))
    with st.container(gap="xsmall"):
        for finding in _in_order(findings):
            with st.expander(_line(finding)):
                _evidence(finding, last.date() != local(finding.at).date())


def _evidence(finding: Finding, is_older: bool) -> None:
    if is_older:
        st.caption(f"Found {local(finding.at):%d %B %Y, %H:%M}.")
    st.caption("Request")
    st.code(beginning_and_end(showable(finding.request)), language="json", wrap_lines=True)
    st.caption("Reply")
    reply = showable(finding.reply) or "Nothing came."
    st.code(beginning_and_end(reply), language=None, wrap_lines=True)


def _line(finding: Finding) -> str:
    title = TITLES.get(finding.probe, finding.probe)
    sign = _SIGNS[finding.verdict]
    return f"{sign} **{escaped(title)}** · {finding.verdict} · {with_code(finding.says)}"


def _in_order(findings: Sequence[Finding]) -> list[Finding]:
    order = list(TITLES)
    return sorted(
        findings,
        key=lambda finding: order.index(finding.probe) if finding.probe in order else len(order),
    )
