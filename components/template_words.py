"""What may stand in a template, with the tool's own arguments."""

import streamlit as st

from components.plain import with_code
from switchboard.forms import form_of
from switchboard.tools import Tool
from switchboard.tools.quoting import code

_MOST_NAMES = 12
_WORDS = (
    ("`{{ arguments }}`", "all arguments, as an object"),
    ("`{{ count }}`", "how many calls of this tool there were, this one included"),
    ("`{{ tool }}`", "its name"),
    ("`{{ now }}`, `{{ today }}`", "date and time, and the date, in UTC"),
    ("`{{ today + days(3) }}`", "three days later"),
    ("`{{ random.number(10, 30, digits=1) }}`", "a number between"),
    ('`{{ random.choice(["sun", "rain"]) }}`', "one of these"),
    ("`{% if random.chance(0.2) %}…{% endif %}`", "one time in five"),
    ("`{{ random.uuid() }}`", "an id"),
    ("`{{ fake.name() }}`, `{{ fake.email() }}`", "also `city`, `company`, `phone`, `street` …"),
    ("`{{ value|tojson }}`", "as JSON, texts with their quotation marks"),
)


def template_words(tool: Tool) -> None:
    """Draws the list."""
    names = form_of(tool.parameters or {}).names[:_MOST_NAMES]
    own = [(code(f"{{{{ {_place(name)} }}}}"), "an argument") for name in names]
    lines = [f"- {with_code(said)}: {with_code(about)}" for said, about in (*own, *_WORDS)]
    st.markdown("\n".join(lines))
    st.caption("What is drawn by chance depends on the seed and the call alone.")


def _place(name: str) -> str:
    return name if name.isidentifier() else f'arguments["{name}"]'
