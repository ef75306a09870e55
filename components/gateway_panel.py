"""Which gateway answers, with which key, as which model."""

import os
from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from components import services, state
from components.gateways_reach import called
from components.plain import escaped, with_code
from components.setup import Setup, current_setup, default_base_url
from components.workspace import Workspace
from switchboard.conversations import OFFLINE
from switchboard.errors import AddressError, GatewayError
from switchboard.gateway import (
    KNOWN,
    ApiKey,
    Gateway,
    list_models,
    name_of,
    normalise_base_url,
)
from switchboard.settings import Timeouts

_OTHER = "other"
_GATEWAY, _ADDRESS, _KEY, _MODEL = "talk-gateway", "talk-address", "talk-key-", "talk-model"
_LIST_TIMEOUTS = Timeouts(connect_s=5, first_byte_s=15, silence_s=15)


def gateway_panel(workspace: Workspace) -> Setup:
    """Draws gateway, key and model; the setup that results."""
    _pick_gateway(workspace)
    if workspace.typed_address is not None:
        _address(workspace)
    setup = current_setup(workspace)
    if setup.gateway and workspace.conversation.base_url != OFFLINE:
        _key(workspace, setup)
    if setup.gateway:
        _model(workspace, setup.gateway)
    return current_setup(workspace)


def _pick_gateway(workspace: Workspace) -> None:
    current = workspace.conversation.base_url
    saved = {one.base_url: called(one.base_url, one) for one in services.store().gateways()}
    known = [known.base_url for known in KNOWN]
    addresses = dict.fromkeys([OFFLINE, default_base_url(), *saved, *known, current])
    picked = _OTHER if workspace.typed_address is not None else current
    state.seed(_GATEWAY, picked)
    st.selectbox(
        "Gateway",
        [*addresses, _OTHER],
        key=_GATEWAY,
        format_func=lambda address: _gateway_label(address, saved),
        on_change=_gateway_picked,
    )


def _gateway_label(address: str, saved: Mapping[str, str]) -> str:
    labels = {**saved, OFFLINE: "Offline (built in, no key)", _OTHER: "Another address…"}
    return labels.get(address) or name_of(address)


def _gateway_picked() -> None:
    workspace = state.workspace()
    picked = state.value(_GATEWAY, OFFLINE)
    workspace.typed_address = "" if picked == _OTHER else None
    if picked != _OTHER:
        _turn_to(workspace, picked)


def _turn_to(workspace: Workspace, base_url: str) -> None:
    workspace.conversation = replace(workspace.conversation, base_url=base_url, model="")
    workspace.model_failures.pop(base_url, None)
    state.plant(_MODEL, None)
    setup = current_setup(workspace)
    if setup.gateway:
        list_models_of(workspace, setup.gateway)


def _address(workspace: Workspace) -> None:
    state.seed(_ADDRESS, workspace.typed_address)
    st.text_input(
        "Base URL",
        key=_ADDRESS,
        placeholder="http://localhost:8000/v1",
        on_change=_address_typed,
        help="With or without /v1; a whole …/chat/completions address works too.",
    )
    try:
        if workspace.typed_address:
            normalise_base_url(workspace.typed_address)
    except AddressError as error:
        st.error(with_code(f"{error.message} {error.advice}"))


def _address_typed() -> None:
    workspace = state.workspace()
    workspace.typed_address = state.value(_ADDRESS, "")
    try:
        address = normalise_base_url(workspace.typed_address)
    except AddressError:
        return
    _turn_to(workspace, address)


def _key(workspace: Workspace, setup: Setup) -> None:
    if setup.found_key:
        st.caption(f"Key: {escaped(setup.found_key.source)}")
    base_url = workspace.conversation.base_url
    typed = workspace.typed_keys.get(base_url)
    state.seed(_KEY + base_url, typed.reveal() if typed else "")
    st.text_input(
        "Another key" if setup.found_key else "Key",
        key=_KEY + base_url,
        type="password",
        on_change=_key_typed,
        placeholder="for this tab only",
        help="Sent to this gateway only. Never saved: a reload of the page forgets it.",
    )


def _key_typed() -> None:
    workspace = state.workspace()
    base_url = workspace.conversation.base_url
    typed = state.value(_KEY + base_url, "").strip()
    workspace.typed_keys.pop(base_url, None)
    if typed:
        workspace.typed_keys[base_url] = ApiKey(typed)
    workspace.model_failures.pop(base_url, None)
    setup = current_setup(workspace)
    if setup.gateway and not workspace.models.get(base_url):
        list_models_of(workspace, setup.gateway)


def _model(workspace: Workspace, gateway: Gateway) -> None:
    list_what_needs_no_asking(workspace, gateway)
    models = workspace.models.get(gateway.base_url, ())
    conversation = workspace.conversation
    if not conversation.model and models:
        conversation = replace(conversation, model=models[0])
    if state.value(_MODEL, None) is None:
        state.plant(_MODEL, conversation.model or None)
    picked = st.selectbox(
        "Model",
        list(dict.fromkeys([*models, *([conversation.model] if conversation.model else [])])),
        key=_MODEL,
        accept_new_options=True,
        placeholder="Type a model's name",
    )
    workspace.conversation = replace(conversation, model=picked or "")
    _model_list_remarks(workspace, gateway, models)


def _model_list_remarks(workspace: Workspace, gateway: Gateway, models: tuple[str, ...]) -> None:
    if failure := workspace.model_failures.get(gateway.base_url):
        st.caption(f"No model list: {with_code(failure)} A name can be typed above.")
    if not models:
        st.button("List its models", on_click=_list_again, key="talk-list-models")


def _list_again() -> None:
    workspace = state.workspace()
    if gateway := current_setup(workspace).gateway:
        list_models_of(workspace, gateway)


def list_what_needs_no_asking(workspace: Workspace, gateway: Gateway) -> None:
    """The embedded gateway, and the one the operator named, are asked without a click."""
    own = {services.offline_gateway().base_url}
    if os.environ.get("SWITCHBOARD_BASE_URL"):
        own.add(default_base_url())
    known = workspace.models.keys() | workspace.model_failures.keys()
    if gateway.base_url in own - known:
        list_models_of(workspace, gateway)


def list_models_of(workspace: Workspace, gateway: Gateway) -> None:
    try:
        workspace.models[gateway.base_url] = list_models(gateway, timeouts=_LIST_TIMEOUTS)
        workspace.model_failures.pop(gateway.base_url, None)
    except GatewayError as error:
        workspace.model_failures[gateway.base_url] = error.message
