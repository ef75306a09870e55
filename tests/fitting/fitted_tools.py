"""Tools with one schema each, and what becomes of it when they are fitted."""

from switchboard.fitting import fit
from switchboard.tools import Tool

TEXT = {"type": "string"}
NUMBER = {"type": "number"}
OPEN_OBJECT = {"type": "object", "properties": {"a": TEXT}, "required": ["a"]}
CLOSED_OBJECT = {**OPEN_OBJECT, "additionalProperties": False}
QUIET = {
    ("strict",),
    ("parameters", "$defs"),
    ("parameters", "additionalProperties"),
}


def tool_with(parameters, name="look_up", **function):
    """A tool as it stands in a toolset, with more fields of its function."""
    raw = {"name": name, "description": "Looks it up.", "parameters": parameters, **function}
    return Tool(name, "Looks it up.", parameters, None, raw)


def of_city(schema, **root):
    """Parameters of one required property."""
    return {
        "type": "object",
        "properties": {"city": schema},
        "required": ["city"],
        "additionalProperties": False,
        **root,
    }


def of_nodes(node):
    """Parameters whose property is a definition that may contain itself."""
    return of_city({"$ref": "#/$defs/Node"}, **{"$defs": {"Node": node}})


def fitted(schema, goal, **root):
    """What becomes of the property, and the titles that tell it, the flag and ``$defs`` aside."""
    fitting = fit(tool_with(of_city(schema, **root)), goal)
    told = [each for each in fitting.changes if each.path not in QUIET]
    return fitting.after()["parameters"]["properties"]["city"], [each.title for each in told]
