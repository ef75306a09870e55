"""Gateways: who answers, how it is reached, what it accepts. ``?gateway=<base URL>`` opens one."""

import streamlit as st

from components import services
from components.gateways_actions import open_in_playground_button, remove_button
from components.gateways_address import NEW, close_gateway, open_gateway, opened_gateway
from components.gateways_check import check_view
from components.gateways_editor import gateway_editor
from components.gateways_list import gateways_list
from components.gateways_model import key_line, model_picker
from components.gateways_profile import profile_table, profile_view
from components.gateways_reach import called, reach
from components.keeping import present_workspace
from components.plain import escaped
from components.shell import open_page
from components.workspace import Workspace
from switchboard.conversations import OFFLINE
from switchboard.errors import StoreError
from switchboard.gateway import profile_for
from switchboard.gateway_records import GatewayRecord
from switchboard.store import Store


def show_list(store: Store, workspace: Workspace) -> None:
    """Every gateway."""
    st.title("Gateways")
    gateways_list(store.gateways(), typed_keys=workspace.typed_keys)


def show_new(store: Store) -> None:
    """The fields of a gateway that is being added."""
    st.subheader("Add a gateway")
    _back_button()
    taken = {record.base_url for record in store.gateways()}
    if added := gateway_editor(GatewayRecord(""), taken=taken):
        store.save_gateway(added)
        open_gateway(added.base_url)
        st.rerun()


def show_gateway(store: Store, workspace: Workspace, record: GatewayRecord) -> None:
    """One gateway: its key and model, its check, its profile, its settings."""
    st.subheader(escaped(called(record.base_url, record)))
    actions = st.container(horizontal=True, vertical_alignment="center")
    reached = reach(record.base_url, record, typed_keys=workspace.typed_keys)
    st.caption(escaped(reached.gateway.base_url))
    key_line(workspace, reached, record.base_url)
    model = model_picker(workspace, reached, record)
    with actions:
        _back_button()
        open_in_playground_button(workspace, record.base_url, model)
        if record.base_url != OFFLINE:
            remove_button(record)
    check, profile, settings = st.tabs(["Check", "Profile", "Settings"])
    with check:
        accepted = profile_for(reached.gateway.base_url, model, record)
        check_view(record, reached, model=model, profile=accepted)
    with profile:
        draw = profile_table if record.base_url == OFFLINE else profile_view
        changed = draw(record, base_url=reached.gateway.base_url, model=model)
    with settings:
        edited = _settings(store, record)
    if changed or edited:
        _keep(store, record, edited or changed or record)


def _settings(store: Store, record: GatewayRecord) -> GatewayRecord | None:
    if record.base_url == OFFLINE:
        st.info("The embedded gateway is a part of Switchboard; there is nothing to set.")
        return None
    taken = {other.base_url for other in store.gateways()} - {record.base_url}
    return gateway_editor(record, taken=taken)


def _keep(store: Store, old: GatewayRecord, new: GatewayRecord) -> None:
    store.save_gateway(new)
    if new.base_url != old.base_url:
        services.checks().forget(old.base_url)
        store.forget_gateway(old.base_url)
        open_gateway(new.base_url)
    st.rerun()


def _back_button() -> None:
    st.button(
        "All gateways", icon=":material/arrow_back:", key="gateways-back", on_click=close_gateway
    )


open_page("pages/gateways.py")
try:
    store, workspace = services.store(), present_workspace()
    opened = opened_gateway()
    if opened == NEW:
        show_new(store)
    elif opened is None:
        show_list(store, workspace)
    elif record := store.gateway(opened) or (GatewayRecord(OFFLINE) if opened == OFFLINE else None):
        show_gateway(store, workspace, record)
    else:
        st.warning("This gateway is not kept here. It was removed, or belongs to another database.")
        show_list(store, workspace)
except StoreError as error:
    st.error(escaped(f"{error.message} {error.advice}"))
