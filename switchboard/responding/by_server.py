"""The answer of the real tool of an MCP server."""

from switchboard.errors import McpServerError
from switchboard.gateway import StopSignal
from switchboard.mcp_servers import call_tool
from switchboard.responders import Mcp
from switchboard.responding.arguments import arguments_for
from switchboard.responding.by_template import listening
from switchboard.responding.failures import CallNotAnswered
from switchboard.responding.outside import Outside
from switchboard.responding.situations import Situation

_TIMEOUT_S = 60


def server_answer(action: Mcp, situation: Situation, outside: Outside, *, stop: StopSignal) -> str:
    """What the tool says, also that it failed. Raises ``CallNotAnswered``."""
    server = next((one for one in outside.servers if one.name == action.server), None)
    if server is None:
        raise CallNotAnswered(
            f"No MCP server called {action.server!r} may be asked.",
            advice="The operator names the servers in the file of SWITCHBOARD_MCP_SERVERS.",
        )
    name = action.tool or situation.call.name
    arguments = arguments_for("server", situation)
    try:
        with listening(stop) as event:
            return call_tool(server, name, arguments, stop=event, timeout_s=_TIMEOUT_S).text
    except McpServerError as error:
        raise CallNotAnswered(error.message, advice=error.advice) from error
