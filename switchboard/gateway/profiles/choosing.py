"""One profile out of the gateway's row, the model's family, and what was learnt and changed."""

from dataclasses import fields, replace
from typing import Any

from switchboard.gateway.profiles.changes import with_changes
from switchboard.gateway.profiles.families import family_of
from switchboard.gateway.profiles.learnt import with_learnt
from switchboard.gateway.profiles.table import Row, row_for
from switchboard.gateway_records import GatewayRecord
from switchboard.settings import Profile

_STANDARD = Profile()


def profile_for(base_url: str, model: str, record: GatewayRecord | None = None) -> Profile:
    """What this gateway and model accept; the standard profile for whatever is not in the table.

    What was learnt of the gateway outdoes the table, and a person's own changes outdo both.
    """
    profile = _tabled(row_for(base_url), model)
    if record is None:
        return profile
    learnt = with_learnt(profile, [each for each in record.learnt if each.model == model])
    return with_changes(learnt, record.changes)


def _tabled(row: Row, model: str) -> Profile:
    family = family_of(model, row.name)
    return _merged(row, family.profile) if family else row.profile


def _merged(row: Row, family: Profile) -> Profile:
    """The row's profile with what the family says that is not the row's to decide."""
    said: dict[str, Any] = {
        each.name: value
        for each in fields(Profile)
        if each.name not in row.decides
        and (value := getattr(family, each.name)) != getattr(_STANDARD, each.name)
    }
    if "refused" in said:
        said["refused"] = {**row.profile.refused, **family.refused}
    said["name"] = _name(row, family)
    return replace(row.profile, **said) if len(said) > 1 else row.profile


def _name(row: Row, family: Profile) -> str:
    if row.profile == _STANDARD:
        return family.name
    is_its_own = family.name in (row.name.lower(), _STANDARD.name)
    return row.name if is_its_own else f"{row.name}, {family.name}"
