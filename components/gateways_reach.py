"""A gateway as it is reached from here: its address, its key, and what was set up for it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components import services
from switchboard.conversations import OFFLINE
from switchboard.gateway import ApiKey, FoundKey, Gateway, name_of
from switchboard.gateway.key_sources import search_key
from switchboard.gateway_records import GatewayRecord


@dataclass(frozen=True, slots=True)
class Reach:
    """Who is asked, and with which key."""

    gateway: Gateway
    found_key: FoundKey | None
    """The key that was found here; one that was typed in this tab goes before it."""

    key_says: str
    """Where the key comes from, or why there is none, as a sentence."""


def reach(
    base_url: str, record: GatewayRecord | None, *, typed_keys: Mapping[str, ApiKey]
) -> Reach:
    """The gateway at a normalised address, set up as its record says."""
    if base_url == OFFLINE:
        gateway = Gateway("Offline", services.offline_gateway().base_url)
        return Reach(gateway, None, "The embedded gateway needs no key.")
    kept = record or GatewayRecord(base_url)
    search = search_key(base_url, kept.key_source, environment=os.environ, secrets=secrets())
    typed = typed_keys.get(base_url)
    gateway = Gateway(
        name=called(base_url, record),
        base_url=base_url,
        key=typed or (search.found.key if search.found else None),
        headers=kept.headers,
        timeouts=kept.timeouts,
        max_retries=kept.max_retries,
    )
    says = "The key typed in this tab is used." if typed else search.says
    return Reach(gateway, search.found, says)


def called(base_url: str, record: GatewayRecord | None) -> str:
    """What the gateway is called on the screen."""
    if base_url == OFFLINE:
        return "Offline"
    return (record.name if record else "") or name_of(base_url)


def secrets() -> Mapping[str, object]:
    """What stands in ``.streamlit/secrets.toml``; empty when there is no such file."""
    return st.secrets.to_dict() if st.secrets.load_if_toml_exists() else {}
