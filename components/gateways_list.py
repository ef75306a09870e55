"""The gateways as lines to open."""

from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

from components.gateways_address import NEW, open_gateway
from components.gateways_reach import called, reach
from components.plain import escaped, with_code
from components.zones import local
from switchboard.conversations import OFFLINE
from switchboard.gateway import ApiKey
from switchboard.gateway_records import Finding, GatewayRecord


def gateways_list(records: Sequence[GatewayRecord], *, typed_keys: Mapping[str, ApiKey]) -> None:
    """The embedded gateway, then every other that was set up; each opens at a click."""
    _add_button()
    own = [record for record in records if record.base_url != OFFLINE]
    if not own:
        st.info(
            "No gateway of your own yet. Add one: its base URL is enough to begin with. "
            "Then check what it accepts, and pick it in the Playground."
        )
    embedded = next((record for record in records if record.base_url == OFFLINE), None)
    for record in (embedded or GatewayRecord(OFFLINE), *own):
        _line(record, typed_keys)


def _add_button() -> None:
    st.button(
        "Add a gateway",
        icon=":material/add:",
        type="primary",
        key="gateways-add",
        on_click=open_gateway,
        args=(NEW,),
    )


def _line(record: GatewayRecord, typed_keys: Mapping[str, ApiKey]) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        with st.container(gap="xxsmall", width="stretch"):
            st.markdown(f"**{escaped(called(record.base_url, record))}**")
            st.caption(escaped(record.base_url or "Built in; answers without a model."))
            st.caption(with_code(reach(record.base_url, record, typed_keys=typed_keys).key_says))
            st.caption(escaped(_last_check(record.findings)))
        st.button(
            "Open",
            key=f"gateways-open-{record.base_url}",
            on_click=open_gateway,
            args=(record.base_url,),
        )


def _last_check(findings: Sequence[Finding]) -> str:
    if not findings:
        return "Not checked yet."
    last = max(findings, key=lambda finding: finding.at)
    counts = Counter(finding.verdict for finding in findings if finding.model == last.model)
    told = ", ".join(f"{counts[verdict]} {verdict}" for verdict in ("yes", "no", "odd"))
    return f"Checked {local(last.at):%d %B %Y} with {last.model}: {told}."
