"""The model a gateway is looked at with, and the key typed for it."""

import streamlit as st

from components import state
from components.gateway_panel import list_models_of, list_what_needs_no_asking
from components.gateways_reach import Reach
from components.plain import with_code
from components.workspace import Workspace
from switchboard.conversations import OFFLINE
from switchboard.gateway import ApiKey
from switchboard.gateway_records import GatewayRecord


def model_picker(workspace: Workspace, reach: Reach, record: GatewayRecord) -> str:
    """The model's name; empty while none is picked."""
    if record.base_url == OFFLINE:
        list_what_needs_no_asking(workspace, reach.gateway)
    names = _names(workspace, reach, record)
    key = f"gateways-model-{record.base_url}"
    # Models that were listed since the first drawing must not leave the field empty.
    if state.value(key, None) is None:
        state.plant(key, names[0] if names else None)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        picked: str | None = st.selectbox(
            "Model",
            names,
            key=key,
            accept_new_options=True,
            placeholder="Type a model's name",
        )
        st.button(
            "List its models",
            key="gateways-list-models",
            on_click=list_models_of,
            args=(workspace, reach.gateway),
        )
    if failure := workspace.model_failures.get(reach.gateway.base_url):
        st.caption(f"No model list: {with_code(failure)} A name can be typed above.")
    return picked or ""


def key_line(workspace: Workspace, reach: Reach, base_url: str) -> None:
    """Where the key comes from, and a field for one that only this tab knows."""
    st.caption(f":material/key: {with_code(reach.key_says)}")
    if base_url == OFFLINE:
        return
    typed = workspace.typed_keys.get(base_url)
    key = f"gateways-key-{base_url}"
    state.seed(key, typed.reveal() if typed else "")
    st.text_input(
        "Another key" if reach.found_key else "Key",
        key=key,
        type="password",
        on_change=_key_typed,
        args=(workspace, base_url, key),
        placeholder="for this tab only",
        help="Sent to this gateway only. Never saved: a reload of the page forgets it.",
    )


def _key_typed(workspace: Workspace, base_url: str, key: str) -> None:
    typed = state.value(key, "").strip()
    workspace.typed_keys.pop(base_url, None)
    if typed:
        workspace.typed_keys[base_url] = ApiKey(typed)
    workspace.model_failures.pop(base_url, None)


def _names(workspace: Workspace, reach: Reach, record: GatewayRecord) -> list[str]:
    """The latest checked first, then the Playground's own, then those listed."""
    checked = [one.model for one in sorted(record.findings, key=lambda one: one.at, reverse=True)]
    conversation = workspace.conversation
    at_hand = [conversation.model] if conversation.base_url == record.base_url else []
    listed = workspace.models.get(reach.gateway.base_url, ())
    return [name for name in dict.fromkeys([*checked, *at_hand, *listed]) if name]
