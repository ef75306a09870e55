"""What a definition can be fitted for, and the rules that do it, a row per goal."""

from dataclasses import dataclass

from switchboard.fitting.edits import Rule
from switchboard.fitting.known import anthropic_keys, common_keys, gemini_keys, strict_keys
from switchboard.fitting.rewriting import Rules
from switchboard.fitting.rules import (
    arrays,
    bounds,
    combining,
    functions,
    nulls,
    objects,
    references,
    types,
    values,
)
from switchboard.fitting.rules.keywords import choice_of_the_root_dropped, dropping


@dataclass(frozen=True, slots=True)
class Goal:
    """One thing a definition can be fitted for."""

    id: str
    name: str
    about: str
    """What fits then, as a sentence."""


GOALS = (
    Goal("strict", "Make strict", "The form that `strict: true` asks for at OpenAI."),
    Goal(
        "strict-anthropic",
        "Strict for Anthropic",
        "The form that `strict: true` asks for at Anthropic, which takes fewer limits.",
    ),
    Goal("gemini", "Fit for Gemini", "The part of JSON Schema that Gemini's `parameters` know."),
    Goal("all", "Fit for all", "What every provider takes, where none is asked to be strict."),
)

_STRICT: tuple[Rule, ...] = (
    references.lone,
    combining.all_of_merged,
    combining.one_of_opened,
    combining.required_alternatives,
    combining.alternatives_of_the_root,
    arrays.without_tuples,
    types.typed,
    arrays.with_items,
    objects.only_described,
    dropping(strict_keys),
    objects.closed,
)
_STRICT_ANTHROPIC: tuple[Rule, ...] = (
    references.inlined,
    combining.all_of_merged_at_any_price,
    combining.one_of_opened,
    combining.required_alternatives,
    combining.alternatives_of_the_root,
    arrays.without_tuples,
    types.typed,
    arrays.with_items,
    objects.only_described,
    dropping(anthropic_keys),
    objects.closed,
)
_GEMINI: tuple[Rule, ...] = (
    references.inlined,
    combining.all_of_merged_at_any_price,
    arrays.without_tuples,
    combining.one_of_opened,
    nulls.null_apart,
    choice_of_the_root_dropped,
    values.constant_as_enum,
    values.without_empty_text,
    values.enum_as_nullable_text,
    types.types_as_alternatives,
    types.alternatives_alone,
    combining.alternatives_of_the_root,
    types.always_typed,
    types.booleans_worded,
    arrays.with_items,
    bounds.inclusive_bounds,
    objects.only_described,
    dropping(gemini_keys),
)
_ALL: tuple[Rule, ...] = (
    references.inlined,
    combining.all_of_merged_at_any_price,
    arrays.without_tuples,
    combining.one_of_opened,
    nulls.null_left_out,
    values.alternatives_as_enum,
    combining.united,
    values.first_alternative,
    choice_of_the_root_dropped,
    values.constant_as_enum,
    values.without_empty_text,
    values.enum_as_text,
    types.one_type,
    types.always_typed,
    types.booleans_worded,
    arrays.with_items,
    bounds.inclusive_bounds,
    objects.only_described,
    dropping(common_keys),
)

RULES: dict[str, Rules] = {
    "strict": Rules(
        function=(functions.legal_name, functions.null_parameters_dropped, functions.made_strict),
        schema=_STRICT,
        closing=(objects.all_required,),
        ending=(),
        enters=("properties", "items", "anyOf", "$defs", "definitions"),
    ),
    "strict-anthropic": Rules(
        function=(functions.legal_name, functions.null_parameters_dropped, functions.made_strict),
        schema=_STRICT_ANTHROPIC,
        closing=(references.definitions_dropped,),
        ending=(),
        enters=("properties", "items", "anyOf"),
    ),
    "gemini": Rules(
        function=(
            functions.common_name,
            functions.null_parameters_dropped,
            functions.strict_dropped,
        ),
        schema=_GEMINI,
        closing=(references.definitions_dropped,),
        ending=(functions.empty_parameters_dropped,),
        enters=("properties", "items", "anyOf"),
    ),
    "all": Rules(
        function=(
            functions.common_name,
            functions.short_description,
            functions.null_parameters_dropped,
            functions.strict_dropped,
        ),
        schema=_ALL,
        closing=(references.definitions_dropped,),
        ending=(),
        enters=("properties", "items"),
    ),
}
"""By the goal's id."""
