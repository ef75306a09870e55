"""Everything that must be mended in the settings before anything is sent."""

from dataclasses import replace

from switchboard.payload import settings_problems
from switchboard.problems import Problem
from switchboard.settings import Settings
from switchboard.tools import check_schema_text


def problems_in_settings(settings: Settings) -> tuple[Problem, ...]:
    """Each with the setting's name first in its path, as ``settings_problems`` gives them; those
    of a response format's schema have the lines of its text."""
    wanted = settings.response_format
    schema: tuple[Problem, ...] = ()
    if wanted and wanted.kind == "json_schema":
        schema = check_schema_text(wanted.schema, is_strict=bool(wanted.strict))
    inside = [replace(one, path=("response_format", "schema", *one.path)) for one in schema]
    return (*settings_problems(settings), *inside)


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
        count = "1 problem" if in_schema == 1 else f"{in_schema} problems"
        blockers.append(f"Mend the schema of the response format: it has {count}.")
    return blockers
