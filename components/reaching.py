"""Who may be asked in a tool's place, from this tab."""

import os
from collections.abc import Callable, Mapping

from components import services
from components.gateways_reach import called, reach
from components.setup import Setup
from components.workspace import Workspace
from switchboard.conversations import OFFLINE
from switchboard.endpoints import allowed_hosts
from switchboard.errors import AddressError, StoreError
from switchboard.gateway import ApiKey, Gateway, normalise_base_url
from switchboard.loops import Asking
from switchboard.mcp_servers import allowed_servers
from switchboard.responders import ByModel
from switchboard.responding import Outside
from switchboard.simulate.plans import plan_of


def asking_of(workspace: Workspace, setup: Setup, gateway: Gateway) -> Asking:
    """Whom the conversation's turn is asked, and who answers its calls."""
    outside = Outside(
        gateway_at=_looked_up(_gateways(setup, gateway, workspace.typed_keys), gateway),
        hosts=allowed_hosts(os.environ),
        servers=allowed_servers(os.environ).servers,
    )
    return Asking(gateway, setup.profile, outside)


def named_gateway(base_url: str | None) -> str:
    """What the gateway of a model that plays a tool is called on the screen."""
    if base_url is None:
        return "the gateway of the conversation"
    address = _address(base_url)
    return "an address that is not well formed" if address is None else called(address, None)


def _looked_up(
    gateways: Mapping[str, Gateway], own: Gateway
) -> Callable[[str | None], Gateway | None]:
    def gateway_at(base_url: str | None) -> Gateway | None:
        return own if base_url is None else gateways.get(base_url)

    return gateway_at


def _gateways(setup: Setup, own: Gateway, typed_keys: Mapping[str, ApiKey]) -> dict[str, Gateway]:
    """Those of the models that play a tool: looked up here, since other threads have no session."""
    plans = [plan_of(tool).plan for tool in setup.toolset.tools]
    actions = [responder.action for plan in plans for responder in plan.responders]
    urls = {one.base_url for one in actions if isinstance(one, ByModel)} - {None}
    addresses = {url: _address(url) for url in urls if url is not None}
    found = {
        url: own if address == setup.address else _kept(address, typed_keys)
        for url, address in addresses.items()
        if address is not None
    }
    return {url: gateway for url, gateway in found.items() if gateway}


def _address(base_url: str) -> str | None:
    try:
        return base_url and normalise_base_url(base_url)
    except AddressError:
        return None


def _kept(address: str, typed_keys: Mapping[str, ApiKey]) -> Gateway | None:
    """The gateway, if a person has set it up: a toolset may come from anywhere, and what it names
    would be sent a conversation's arguments and a key."""
    try:
        record = services.store().gateway(address)
    except StoreError:
        return None
    if record is None and address != OFFLINE:
        return None
    return reach(address, record, typed_keys=typed_keys).gateway
