"""Two histories of one toolset as one."""

from collections.abc import Iterable

from switchboard.toolset_records import ToolsetVersion


def united(
    mine: tuple[ToolsetVersion, ...], theirs: tuple[ToolsetVersion, ...]
) -> tuple[ToolsetVersion, ...]:
    """The versions of both by the time they were saved, newest first; ``mine`` if none is new.

    A version is the same where text and time are. Of two with one text and nothing between, the
    older one counts.
    """
    known = {_key(version) for version in mine}
    new = [version for version in theirs if _key(version) not in known]
    if not new:
        return mine
    oldest_first = sorted((*reversed(mine), *reversed(new)), key=lambda one: one.saved_at)
    return tuple(reversed(without_repeats(oldest_first)))


def without_repeats(versions: Iterable[ToolsetVersion]) -> list[ToolsetVersion]:
    """Without those whose text is the one before's."""
    kept: list[ToolsetVersion] = []
    for version in versions:
        if not kept or kept[-1].hash != version.hash:
            kept.append(version)
    return kept


def _key(version: ToolsetVersion) -> tuple[str, object]:
    return version.hash, version.saved_at
