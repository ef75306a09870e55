"""A form made from a schema, and a toolset edited by form: what to show, and what it means.

``form_of``: a schema -> its fields, opened one level at a time. ``answers_of``: a value -> what
stands in the form; ``value_of``: back again, the same value to the last digit. What a form can't
hold stands in it as JSON text.
"""

from switchboard.forms.answers import (
    Answer,
    Chosen,
    Listed,
    Named,
    Path,
    Plain,
    Raw,
    unread_problems,
    value_of,
)
from switchboard.forms.blanks import blank
from switchboard.forms.edits import answer_at, with_answer, with_item, without_answer
from switchboard.forms.fields import Field, Kind, form_of
from switchboard.forms.holding import same
from switchboard.forms.prefilling import answers_of, as_raw
from switchboard.forms.texts import text_of

__all__ = [
    "Answer",
    "Chosen",
    "Field",
    "Kind",
    "Listed",
    "Named",
    "Path",
    "Plain",
    "Raw",
    "answer_at",
    "answers_of",
    "as_raw",
    "blank",
    "form_of",
    "same",
    "text_of",
    "unread_problems",
    "value_of",
    "with_answer",
    "with_item",
    "without_answer",
]
