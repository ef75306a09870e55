"""Everything a person may say of a gateway but its profile."""

import os
from collections.abc import Collection, Mapping
from dataclasses import replace

import streamlit as st

from components import state
from components.gateways_headers import read_headers
from components.gateways_reach import secrets
from components.plain import escaped, with_code
from components.settings_text import pairs_as_text
from switchboard.errors import AddressError
from switchboard.gateway import KNOWN, normalise_base_url
from switchboard.gateway.addresses import endpoint
from switchboard.gateway.key_sources import offered_sources, search_key, source_problem
from switchboard.gateway_records import GatewayRecord
from switchboard.settings import Timeouts


def gateway_editor(record: GatewayRecord, *, taken: Collection[str]) -> GatewayRecord | None:
    """The fields of this record; the record as it was changed once the person saves it.

    ``taken`` are the addresses of other gateways. An empty base URL begins a new record.
    """
    problems: list[str] = []
    base_url = _base_url(record, taken, problems)
    typed = replace(
        record,
        base_url=base_url,
        name=_name(record),
        key_source=_key_source(record, base_url, problems),
        headers=_headers(record, problems),
        timeouts=_timeouts(record),
        max_retries=_retries(record),
        resends_by_itself=_resends(record),
    )
    is_saved = st.button(
        "Save",
        type="primary",
        icon=":material/save:",
        key="gateways-save",
        disabled=bool(problems) or not base_url,
    )
    if not is_saved:
        return None
    # What was found out is of another address.
    return typed if base_url == record.base_url else replace(typed, learnt=(), findings=())


def _base_url(record: GatewayRecord, taken: Collection[str], problems: list[str]) -> str:
    if not record.base_url:
        _known_addresses()
    text = st.text_input(
        "Base URL",
        record.base_url,
        key=_key(record, "address"),
        placeholder="http://localhost:8000/v1",
        live="400ms",
        help="With or without /v1; a whole …/chat/completions address works too.",
    )
    try:
        base_url = normalise_base_url(text) if text else ""
    except AddressError as error:
        problems.append(error.message)
        st.error(with_code(f"{error.message} {error.advice}"))
        return record.base_url
    if not base_url:
        return base_url
    if base_url in taken:
        problems.append("taken")
        st.error("A gateway with this address is there already.")
    else:
        st.caption(f"Requests go to {escaped(endpoint(base_url, '/chat/completions'))}")
    return base_url


def _known_addresses() -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("Known addresses", width="content")
        for known in KNOWN:
            st.button(
                known.name,
                key=f"gateways-known-{known.name}",
                type="tertiary",
                on_click=state.plant,
                args=(_key(GatewayRecord(""), "address"), known.base_url),
            )


def _name(record: GatewayRecord) -> str:
    key = _key(record, "name")
    return st.text_input("Name", record.name, key=key, placeholder="made of the address").strip()


def _key_source(record: GatewayRecord, base_url: str, problems: list[str]) -> str:
    kept = secrets()
    offered = offered_sources(base_url, environment=os.environ, secrets=kept)
    old = _still_fitting(record, base_url, kept)
    options = list(dict.fromkeys([*([old] if old else []), *offered]))
    picked: str | None = st.selectbox(
        "Key source",
        options,
        index=0 if old else None,
        key=_key(record, "key-source" if old == record.key_source else "key-source-elsewhere"),
        accept_new_options=True,
        placeholder="the usual places",
        help="The name of an environment variable, or of an entry in secrets.toml, that holds the "
        "key: something that ends in _API_KEY. A key that is not a known provider's needs its "
        "address beside it, in the name that ends in _BASE_URL. The key itself is never saved.",
    )
    source = (picked or "").strip()
    problem = source_problem(source, base_url, environment=os.environ, secrets=kept)
    if source and problem:
        problems.append(problem)
        st.error(with_code(problem))
    elif base_url:
        search = search_key(base_url, source, environment=os.environ, secrets=kept)
        st.caption(with_code(search.says))
    return source


def _still_fitting(record: GatewayRecord, base_url: str, kept: Mapping[str, object]) -> str:
    """The record's key source; none when its address has been changed to one it is not for."""
    source = record.key_source
    is_moved = base_url != record.base_url
    wrong = source_problem(source, base_url, environment=os.environ, secrets=kept)
    return "" if is_moved and wrong else source


def _headers(record: GatewayRecord, problems: list[str]) -> dict[str, str]:
    text = st.text_area(
        "Headers",
        pairs_as_text(record.headers),
        key=_key(record, "headers"),
        height=80,
        placeholder="X-Title: Switchboard",
        help="One per line, sent with every request. The key has a place of its own.",
    )
    typed = read_headers(text)
    problems += typed.problems
    for problem in typed.problems:
        st.error(with_code(problem))
    return dict(typed.headers)


def _timeouts(record: GatewayRecord) -> Timeouts:
    connect, first_byte, silence = st.columns(3)
    old = record.timeouts
    with connect:
        connect_s = _seconds(record, "connect", "Connect within, s", old.connect_s)
    with first_byte:
        first_byte_s = _seconds(record, "first", "First byte within, s", old.first_byte_s)
    with silence:
        silence_s = _seconds(record, "silence", "Longest silence, s", old.silence_s)
    return Timeouts(connect_s, first_byte_s, silence_s)


def _seconds(record: GatewayRecord, name: str, label: str, old: float) -> float:
    # Not seeded through the session's state: a click before the browser has drawn the number sends
    # it back as the least one allowed (measured, Streamlit 1.67).
    key = _key(record, name)
    return st.number_input(label, 0.5, 3600.0, float(old), step=5.0, key=key, format="%g")


def _retries(record: GatewayRecord) -> int:
    return st.number_input(
        "Tries after a failure that may pass",
        min_value=0,
        max_value=10,
        value=record.max_retries,
        key=_key(record, "retries"),
        help="Lost connections, 408, 409, 429 and 5xx, as long as nothing of an answer has come.",
    )


def _resends(record: GatewayRecord) -> bool:
    return st.toggle(
        "Send again by itself without what the gateway refused",
        record.resends_by_itself,
        key=_key(record, "resends"),
        help="Off: the Playground offers it as a button.",
    )


def _key(record: GatewayRecord, field: str) -> str:
    return f"gateways-{field}-{record.base_url}"
