"""A tool's schema as the types that programming languages have, for the writers of code.

``Shaping(names).arguments(tool)`` gives the types and everything the schema says beyond them.
"""

from switchboard.formats.shapes.building import Shaping
from switchboard.formats.shapes.model import (
    ANYTHING,
    NOTHING,
    Alias,
    Anything,
    Choice,
    Definition,
    Either,
    Field,
    ListOf,
    MapOf,
    Named,
    Nothing,
    Record,
    Scalar,
    Shape,
    TupleOf,
)
from switchboard.formats.shapes.naming import Names, pascal
from switchboard.formats.shapes.unions import either

__all__ = [
    "ANYTHING",
    "NOTHING",
    "Alias",
    "Anything",
    "Choice",
    "Definition",
    "Either",
    "Field",
    "ListOf",
    "MapOf",
    "Named",
    "Names",
    "Nothing",
    "Record",
    "Scalar",
    "Shape",
    "Shaping",
    "TupleOf",
    "either",
    "pascal",
]
