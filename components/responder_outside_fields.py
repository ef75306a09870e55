"""Fields of the responders that ask somebody else: a model, an endpoint, an MCP server."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import streamlit as st

from components import state
from components.plain import showable
from components.responder_draft import Draft
from components.responder_told import refusal, refuse
from components.settings_text import pairs_as_text, pairs_in
from components.workshop_shown import shown
from switchboard.endpoints import VARIABLE
from switchboard.payload.secret_fields import is_secret_field
from switchboard.responders import Action, ByModel, Http, Mcp
from switchboard.tools.quoting import code

_OWN = "The conversation's own"
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD")

_Take: TypeAlias = Callable[[str], Action]


def model_fields(draft: Draft, action: ByModel) -> None:
    """Which gateway and model, and what it is told."""
    names: dict[str | None, str] = {None: _OWN}
    names.update(draft.scope.outsiders.gateways)
    options = [*names, *([] if action.base_url in names else [action.base_url])]
    key = shown(f"{draft.key}-gateway", options.index(action.base_url))
    st.selectbox(
        "Gateway",
        range(len(options)),
        key=key,
        format_func=lambda at: showable(names.get(options[at]) or str(options[at])),
        on_change=draft.take,
        args=(key, lambda at: replace(action, base_url=options[at])),
    )
    _line(draft, "Model", action.model, lambda text: replace(action, model=text.strip()))
    _lines(
        draft,
        "Instruction",
        action.instruction,
        lambda text: replace(action, instruction=text),
        about="One thing it is told beside the tool, as in “Be a shop that is always sold out.”",
    )


def http_fields(draft: Draft, action: Http) -> None:
    """The request, every part of it a template."""
    if not draft.scope.outsiders.allows_hosts:
        st.warning(
            f"The operator allows no host, so this can't answer. `{VARIABLE}` names the"
            " allowed hosts, or the file of them."
        )
    key = shown(f"{draft.key}-method", action.method)
    st.selectbox(
        "Method",
        _METHODS,
        key=key,
        on_change=draft.take,
        args=(key, lambda method: replace(action, method=method)),
    )
    _lines(draft, "URL", action.url, lambda text: replace(action, url=" ".join(text.split())))
    _headers(draft, action)
    _lines(draft, "Body", action.body, lambda text: replace(action, body=text))
    st.caption(
        "Each of these is a template: `{{ arguments.city }}`. In the URL what it prints is"
        " percent-encoded."
    )


def mcp_fields(draft: Draft, action: Mcp) -> None:
    """Which server and which of its tools."""
    servers = draft.scope.outsiders.servers
    if action.server not in servers:
        st.warning(
            "The operator allows no server of this name, so this can't answer."
            " `SWITCHBOARD_MCP_SERVERS` names the file of allowed servers."
        )
    options = [*servers, *([] if action.server in servers else [action.server])]
    key = shown(f"{draft.key}-server", action.server)
    st.selectbox(
        "Server",
        options,
        key=key,
        format_func=lambda name: showable(name) or "none",
        on_change=draft.take,
        args=(key, lambda server: replace(action, server=server)),
    )
    _line(
        draft,
        "Its tool",
        action.tool,
        lambda text: replace(action, tool=text.strip()),
        like=draft.scope.tool.name,
    )


def _headers(draft: Draft, action: Http) -> None:
    key = shown(f"{draft.key}-headers", showable(pairs_as_text(action.headers)))
    st.text_area(
        "Headers",
        key=key,
        height="content",
        placeholder="Accept: application/json",
        help="One name and value on each line. They are kept with the toolset, so no keys here.",
        on_change=_take_headers,
        args=(draft, action, key),
    )
    refusal(key)


def _take_headers(draft: Draft, action: Http, key: str) -> None:
    given = pairs_in(state.value(key, ""))
    secret = [name for name, value in given.items() if is_secret_field(name) and value]
    message = (
        f"{code(secret[0])} is not taken: it would be kept with the toolset, and a key must not"
        " be. The operator sets it for the host, in the file of allowed hosts."
        if secret
        else ""
    )
    refuse(key, message)
    kept = {name: value for name, value in given.items() if name not in secret}
    draft.put(replace(action, headers=kept))


def _line(draft: Draft, label: str, value: str, take: _Take, like: str = "") -> None:
    key = shown(f"{draft.key}-{label}", showable(value))
    st.text_input(label, key=key, placeholder=like, on_change=draft.take, args=(key, take))


def _lines(draft: Draft, label: str, value: str, take: _Take, about: str = "") -> None:
    key = shown(f"{draft.key}-{label}", showable(value))
    st.text_area(
        label,
        key=key,
        height="content",
        help=about or None,
        on_change=draft.take,
        args=(key, take),
    )
