"""Names that Python allows, for properties and tools that are called otherwise."""

import keyword
import re
from collections.abc import Collection, Iterable
from itertools import chain, count
from unicodedata import normalize

_OTHER = re.compile(r"\W", re.ASCII)

TYPE_NAMES = frozenset(
    (
        *("str", "int", "float", "bool", "list", "dict", "tuple", "Any", "Annotated", "Literal"),
        *(
            "Never",
            "Union",
            "NotRequired",
            "TypedDict",
            "BaseModel",
            "ConfigDict",
            "Field",
            "TOOLS",
        ),
    )
)
"""What the code itself uses: a field of that name would hide it from the next line."""

# Everything that BaseModel has (pydantic 2.14), which a field of that name would hide.
MODEL_NAMES = frozenset(
    (
        *("construct", "copy", "dict", "from_orm", "json", "parse_file", "parse_obj", "parse_raw"),
        *("schema", "schema_json", "update_forward_refs", "validate", "model_computed_fields"),
        *("model_config", "model_construct", "model_copy", "model_dump", "model_dump_json"),
        *("model_extra", "model_fields", "model_fields_set", "model_json_schema"),
        *("model_parametrized_name", "model_post_init", "model_rebuild", "model_validate"),
        *("model_validate_json", "model_validate_strings"),
    )
)


def python_names(keys: Iterable[str], reserved: Collection[str]) -> dict[str, str]:
    """A name for each key, itself where that is possible, and no name twice."""
    listed = list(keys)
    names = {key: key for key in listed if is_name(key) and key not in reserved}
    taken = {*names.values()}
    for key in listed:
        if key not in names:
            names[key] = _unique(_legal(key), taken, reserved)
            taken.add(names[key])
    return names


def is_name(text: str) -> bool:
    """Whether the text is an identifier that Python takes for just that text.

    Python folds identifiers to NFKC, and classes change or hide names that begin with an
    underscore.
    """
    return (
        text.isidentifier()
        and not keyword.iskeyword(text)
        and not text.startswith("_")
        and normalize("NFKC", text) == text
    )


def _legal(key: str) -> str:
    name = _OTHER.sub("_", key).strip("_") or "value"
    return name if is_name(name) else f"{name}_" if is_name(f"{name}_") else f"value_{name}"


def _unique(name: str, taken: Collection[str], reserved: Collection[str]) -> str:
    candidates = chain((name, f"{name}_"), (f"{name}_{number}" for number in count(2)))
    return next(each for each in candidates if each not in taken and each not in reserved)
