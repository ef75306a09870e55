"""Tools from elsewhere: pasted, dropped as a file, or asked of a live MCP server."""

import json
import os
from collections.abc import Callable
from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import state
from components.errands import Incoming, Unread
from components.plain import escaped, with_code
from components.workshop import Workshop
from components.workshop_incoming import incoming_view
from switchboard.formats import FORMATS, Reading, read_tools
from switchboard.formats.openapi import is_openapi, read_openapi
from switchboard.formats.requests import read_request
from switchboard.formats.requests.body_recognition import is_request
from switchboard.mcp_servers import AllowedServer, ToolListing, allowed_servers, is_installed
from switchboard.simulate.plans import from_mcp_server
from switchboard.tools import Tool, Toolset

_ANY = ""
_NAMES = {_ANY: "Find out which format"} | {each.id: each.name for each in FORMATS if each.reads}
_FORMAT, _TEXT, _FILE, _SERVER = (
    f"workshop-in-{name}" for name in ("format", "text", "file", "server")
)
_LARGEST = 20_000_000


def in_panel(workshop: Workshop, _: Toolset, __: Tool | None) -> None:
    """The ways in, and what came by one of them."""
    if workshop.errands.unread:
        _read(workshop, workshop.errands.unread)
    _take_listed(workshop)
    if workshop.errands.incoming:
        incoming_view(workshop, workshop.errands.incoming)
        return
    st.caption(
        "Tools written for OpenAI, Anthropic, Gemini, Mistral or MCP, an OpenAPI document, Python "
        "source, a cURL command or a request body. Nothing of it is run or fetched."
    )
    _pasted()
    _file()
    _servers(workshop)


def _pasted() -> None:
    st.text_area("Paste", key=_TEXT, height=140, placeholder="Paste it here")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        state.seed(_FORMAT, _ANY)
        st.selectbox("Format", list(_NAMES), key=_FORMAT, format_func=_NAMES.__getitem__)
        st.button("Read", icon=":material/login:", key="workshop-in-read", on_click=_take_pasted)


def _file() -> None:
    file = st.file_uploader(
        "Or drop a file",
        type=["json", "yaml", "yml", "py", "txt", "sh", "http", "curl"],
        key=f"{_FILE}-{state.value(_FILE, 0)}",
        max_upload_size=_LARGEST // 1_000_000,
    )
    workshop = state.workshop()
    if file is None or workshop is None:
        return
    text = file.getvalue().decode("utf-8-sig", "replace")
    workshop.errands.unread = Unread(text, name=file.name, format=state.value(_FORMAT, _ANY))
    state.plant(_FILE, state.value(_FILE, 0) + 1)
    st.rerun()


def _take_pasted() -> None:
    workshop, text = state.workshop(), state.value(_TEXT, "")
    if workshop is not None and text.strip():
        workshop.errands.unread = Unread(text, format=state.value(_FORMAT, _ANY))


def _read(workshop: Workshop, unread: Unread) -> None:
    """Reads it, with a bar for what takes long; a click elsewhere ends it and begins anew."""
    with st.container(horizontal=True, vertical_alignment="center"):
        bar = st.progress(0.0, text=escaped(f"Reading {unread.name or 'what you pasted'}…"))
        st.button("Stop", icon=":material/stop_circle:", key="workshop-in-stop", on_click=_stop)
    workshop.errands.incoming = _understood(unread, bar)
    workshop.errands.unread = None
    st.rerun()


def _understood(unread: Unread, bar: DeltaGenerator) -> Incoming:
    if _is(unread, "openapi", is_openapi):
        document = read_openapi(unread.text, lambda part: _show(bar, part))
        return Incoming(unread.name, openapi=document)
    if _is(unread, "request", is_request):
        return Incoming(unread.name, request=read_request(unread.text))
    reading = read_tools(unread.text, format=unread.format or None, name=unread.name)
    return Incoming(unread.name, reading=reading)


def _show(bar: DeltaGenerator, part: float) -> None:
    bar.progress(part, text="Reading the document…")


def _is(unread: Unread, format: str, recognises: Callable[[str, str], bool]) -> bool:
    return unread.format == format or (not unread.format and recognises(unread.text, unread.name))


def _stop() -> None:
    workshop = state.workshop()
    if workshop is not None:
        workshop.errands.unread = None


def _servers(workshop: Workshop) -> None:
    """The MCP servers that the operator has named; nothing where there is none."""
    allowed = allowed_servers(os.environ)
    for problem in allowed.problems:
        st.warning(with_code(problem))
    if not allowed.servers:
        return
    listing = workshop.errands.tool_listing
    if listing and listing.is_running:
        _follow(workshop)
        return
    _ask_a_server({server.name: server for server in allowed.servers})
    if listing and listing.error:
        st.warning(escaped(f"{listing.error.message} {listing.error.advice}".strip()))


def _ask_a_server(servers: dict[str, AllowedServer]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.selectbox("Or ask an MCP server", list(servers), key=_SERVER)
        st.button(
            "List its tools",
            icon=":material/hub:",
            key="workshop-in-ask",
            disabled=not is_installed(),
            help=None if is_installed() else "Install requirements-mcp.txt first.",
            on_click=_ask,
            args=(servers[name],),
        )


def _ask(server: AllowedServer) -> None:
    workshop = state.workshop()
    if workshop is not None:
        workshop.errands.tool_listing = ToolListing(server)
        workshop.errands.tool_listing.start()


@st.fragment(run_every=0.3)
def _follow(workshop: Workshop) -> None:
    listing = workshop.errands.tool_listing
    if listing is None or not listing.is_running:
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.progress(0.5, text=escaped(f"Asking {listing.server.name}…"))
        st.button(
            "Stop", icon=":material/stop_circle:", key="workshop-ask-stop", on_click=listing.stop
        )


def _take_listed(workshop: Workshop) -> None:
    listing = workshop.errands.tool_listing
    if listing and not listing.is_running and listing.answer is not None:
        reading: Reading = read_tools(json.dumps(listing.answer), format="mcp")
        listed = tuple(from_mcp_server(one, listing.server.name) for one in reading.entries)
        reading = replace(reading, entries=listed)
        workshop.errands.incoming = Incoming(listing.server.name, reading=reading)
        workshop.errands.tool_listing = None
