"""What the builder calls the kinds of parameters."""

from components.plain import escaped
from switchboard.forms.parameters import IN_JSON, Parameter

KIND_WORDS = {
    "text": "Text",
    "number": "Number",
    "integer": "Whole number",
    "boolean": "Yes or no",
    "choice": "Choice",
    "object": "Object",
    "list:text": "List of texts",
    "list:number": "List of numbers",
    "list:integer": "List of whole numbers",
    "list:boolean": "List of yes or no",
    "list:choice": "List of choices",
    "list:object": "List of objects",
    IN_JSON: "Edited in JSON",
}


def heading(parameter: Parameter) -> str:
    """A parameter on one line, as markdown."""
    words = [KIND_WORDS[parameter.kind].lower() if parameter.kind != IN_JSON else "edited in JSON"]
    words += ["required"] if parameter.is_required else []
    about = parameter.about if len(parameter.about) <= 60 else f"{parameter.about[:60]}…"
    said = f" · {escaped(about)}" if about.strip() else ""
    return f"**{escaped(parameter.name) or '(empty name)'}** · {' · '.join(words)}{said}"
