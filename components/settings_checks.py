"""Everything that must be mended in the settings before anything is sent."""

from dataclasses import replace

from components.figures import counted
from components.settings_headers import key_problems
from components.settings_json import key_problems as _in_extra_json
from switchboard.payload import settings_problems
from switchboard.problems import Problem
from switchboard.settings import ResponseFormat, Settings
from switchboard.tools import check_schema_text


def problems_in_settings(settings: Settings) -> tuple[Problem, ...]:
    """Each with the setting's name first in its path, as ``settings_problems`` gives them; those
    of a response format's schema have the lines of its text."""
    schema = schema_problems(settings.response_format)
    inside = [replace(one, path=("response_format", "schema", *one.path)) for one in schema]
    keys = (*key_problems(settings.extra_headers), *_in_extra_json(settings.extra_body))
    with_keys = {problem.path for problem in keys}
    others = (problem for problem in settings_problems(settings) if problem.path not in with_keys)
    return (*others, *keys, *inside)


def schema_problems(wanted: ResponseFormat | None) -> tuple[Problem, ...]:
    """What is wrong with the schema, where the response format has one."""
    if wanted is None or wanted.kind != "json_schema":
        return ()
    return check_schema_text(wanted.schema, is_strict=bool(wanted.strict))


def settings_blockers(settings: Settings) -> list[str]:
    """What keeps a request from being sent, as sentences that say where to look."""
    blockers = []
    in_schema = 0
    for problem in problems_in_settings(settings):
        if problem.path[1:2] == ("schema",) and problem.path[0] == "response_format":
            in_schema += 1
        else:
            blockers.append(f"Mend the settings: {problem.message}")
    if in_schema:
        problems = counted(in_schema, "problem")
        blockers.append(f"Mend the schema of the response format: it has {problems}.")
    return blockers
