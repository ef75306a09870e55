"""What a person does with a whole gateway: take it to the Playground, remove it."""

from dataclasses import replace

import streamlit as st

from components import services, state
from components.gateways_address import close_gateway
from components.plain import escaped
from components.workspace import Workspace
from switchboard.errors import StoreError
from switchboard.gateway_records import GatewayRecord


def open_in_playground_button(workspace: Workspace, base_url: str, model: str) -> None:
    """Makes this gateway and model the conversation's and goes there."""
    if st.button("Use in the Playground", icon=":material/forum:", key="gateways-use"):
        conversation = workspace.conversation
        if conversation.base_url != base_url:
            workspace.typed_address = None
        if model or conversation.base_url != base_url:
            workspace.conversation = replace(conversation, base_url=base_url, model=model)
            state.plant("talk-model", model or None)
        st.switch_page("app.py")


def remove_button(record: GatewayRecord) -> None:
    """Asks once more, then forgets the gateway and stops its check."""
    with st.popover("Remove", icon=":material/delete:"):
        st.write("What is kept of this gateway is removed for good; the runs with it stay.")
        st.button(
            "Remove this gateway",
            type="primary",
            key="gateways-remove",
            on_click=_remove,
            args=(record.base_url,),
        )


def _remove(base_url: str) -> None:
    services.checks().forget(base_url)
    try:
        services.store().forget_gateway(base_url)
    except StoreError as error:
        st.toast(escaped(f"This gateway is not removed: {error.message}"))
        return
    close_gateway()
