"""Which toolset the Tools page's address names: ``?toolset=<id>&version=<hash>``."""

from dataclasses import dataclass

import streamlit as st

from components.workshop import Workshop

_TOOLSET, _VERSION = "toolset", "version"


@dataclass(frozen=True, slots=True)
class Addressed:
    """What somebody who follows the address wants to see."""

    toolset_id: str
    version: str
    """The hash of its text; empty: the newest."""

    def is_open_in(self, workshop: Workshop) -> bool:
        """Whether there is nothing to open."""
        return (workshop.toolset_id, workshop.version) == (self.toolset_id, self.version)


def addressed() -> Addressed | None:
    """The toolset in the address."""
    named = st.query_params.get(_TOOLSET)
    return Addressed(named, st.query_params.get(_VERSION, "")) if named else None


def put_in_address(workshop: Workshop) -> None:
    """Names what the workshop holds, so that a reload or a friend finds it."""
    _put(_TOOLSET, workshop.toolset_id or "")
    _put(_VERSION, workshop.version)


def _put(name: str, value: str) -> None:
    if st.query_params.get(name, "") == value:
        return
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)
