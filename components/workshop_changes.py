"""The changes of a fitting, each with a box to take it or leave it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components import state
from components.plain import with_code
from switchboard.fitting import Change, Fitting

_MOST = 30
"""Changes that are drawn one by one."""


def taken_changes(fitting: Fitting, *, prefix: str) -> frozenset[str]:
    """The ids of the changes that are taken, with what they need; at first all of them."""
    shown, more = fitting.changes[:_MOST], fitting.changes[_MOST:]
    needed = {each.id: fitting.taken_with([each.id]) for each in shown}
    unseen = fitting.taken_with([each.id for each in more])
    choice = _Choice(prefix, shown, needed, unseen)
    taken = choice.taken()
    with st.container(gap="xsmall"):
        for change in shown:
            _box(choice, change, taken)
            if change.meaning:
                st.caption(with_code(change.meaning))
        if more:
            st.caption(f"… and {len(more)} more, made with these.")
    return taken


@dataclass(frozen=True, slots=True)
class _Choice:
    prefix: str
    shown: Sequence[Change]
    needed: Mapping[str, frozenset[str]]
    """What is made when a change that is shown is taken alone, by its id."""

    unseen: frozenset[str]
    """What is made whatever the boxes say."""

    def key(self, change: Change) -> str:
        return f"{self.prefix}-{change.id}"

    def taken(self) -> frozenset[str]:
        """What the boxes hold before they are drawn, and all that it needs."""
        ticked = [each for each in self.shown if state.value(self.key(self.owner(each)), True)]
        return self.unseen.union(*(self.needed[each.id] for each in ticked))

    def owner(self, change: Change) -> Change:
        """Of changes that need each other the first, whose box speaks for all of them."""
        whole = self.needed[change.id]
        return next(each for each in self.shown if self.needed[each.id] == whole)

    def holders(self, change: Change, taken: Collection[str]) -> Iterator[str]:
        """Titles of what would bring the change back if it were left."""
        whole = self.needed[change.id]
        for each in self.shown:
            others = self.needed[each.id]
            if each.id in taken and change.id in others and others != whole:
                yield each.title
        if change.id in self.unseen:
            yield "changes that are not shown"


def _box(choice: _Choice, change: Change, taken: frozenset[str]) -> None:
    owner, is_taken = choice.owner(change), change.id in taken
    others = [owner.title] if owner != change else [*choice.holders(change, taken)]
    key = choice.key(change)
    if not others:
        st.checkbox(with_code(change.title), value=True, key=key)
        return
    # Another key: a box that was drawn keeps its tick, whatever ``value`` says later.
    held = f"{key}-held-{is_taken}"
    st.checkbox(with_code(change.title), value=is_taken, disabled=True, key=held)
    st.caption(with_code(f"{'comes' if is_taken else 'goes'} with: {others[0]}"))
