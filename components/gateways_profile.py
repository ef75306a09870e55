"""A profile in full: each field, its value, where it comes from, and how to change it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from components.plain import escaped, with_code
from components.zones import local
from switchboard.gateway import profile_for
from switchboard.gateway.profiles import Described, describe
from switchboard.gateway.profiles.changes import BY_HAND, choices_of
from switchboard.gateway_records import GatewayRecord, Learnt
from switchboard.settings import EFFORTS, Profile
from switchboard.wire import Json

_LISTS = {"reasoning_efforts": EFFORTS}
_PARTS = ("image_url", "file", "input_audio")


@dataclass(frozen=True, slots=True)
class _Layers:
    """One profile as it comes about."""

    table: Profile
    learnt: Profile
    """With what was learnt."""

    now: Profile
    """With a person's changes too."""

    changes: Mapping[str, Json]

    def source(self, field: str) -> str:
        """Where a field's value comes from, in words."""
        if field in self.changes:
            return "changed by you"
        return "table" if getattr(self.table, field) == getattr(self.learnt, field) else "learnt"


def profile_view(record: GatewayRecord, *, base_url: str, model: str) -> GatewayRecord | None:
    """The profile of this model there; the record as a person has changed it, if so.

    ``base_url`` is where requests really go, which for the embedded gateway is another address.
    """
    layers = _layers(record, base_url, model)
    st.caption(
        "What this gateway and model are taken to accept. It comes from a table in Switchboard, "
        "from what the gateway refused, and from you; your word counts most."
    )
    changed = None
    for described in describe(layers.now):
        changed = _row(record, layers, described, model) or changed
    return _learnt_list(record) or changed


def profile_table(record: GatewayRecord, *, base_url: str, model: str) -> GatewayRecord | None:
    """As ``profile_view``, but only what was learnt can be changed: it can be forgotten."""
    layers = _layers(record, base_url, model)
    for described in describe(layers.now):
        with st.container(gap="xxsmall"):
            st.markdown(f"**{escaped(described.label)}** {escaped(described.value)}")
            _reasons(described, layers)
    return _learnt_list(record)


def _layers(record: GatewayRecord, base_url: str, model: str) -> _Layers:
    return _Layers(
        table=profile_for(base_url, model),
        learnt=profile_for(base_url, model, replace(record, changes={})),
        now=profile_for(base_url, model, record),
        changes=record.changes,
    )


def _row(
    record: GatewayRecord, layers: _Layers, described: Described, model: str
) -> GatewayRecord | None:
    field = described.field
    label, value, source = st.columns([4, 5, 4], vertical_alignment="center")
    label.markdown(escaped(described.label))
    with value:
        chosen = _chosen(layers, described, key=f"gateways-profile-{record.base_url}-{model}")
    with source:
        is_undone = _source(layers, field)
    if is_undone:
        return _with_change(record, field, None)
    _reasons(described, layers)
    if chosen == getattr(layers.now, field):
        return None
    before = getattr(layers.learnt, field)
    return _with_change(record, field, None if chosen == before else _as_json(chosen))


def _source(layers: _Layers, field: str) -> bool:
    """Says where the value comes from; whether the person takes a change back."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.caption(layers.source(field), width="content")
        return field in layers.changes and st.button(
            ":material/undo:", key=f"gateways-undo-{field}", type="tertiary", help="Undo"
        )


def _chosen(layers: _Layers, described: Described, *, key: str) -> Any:
    """The value a person has picked, of the field's own kind."""
    field, value = described.field, getattr(layers.now, described.field)
    # Another value from elsewhere is another widget, so that it shows that value.
    key = f"{key}-{field}-{_as_json(value)!r}"
    if field == "name":
        st.markdown(escaped(described.value))
        return value
    if field in ("refused", "parts", *_LISTS):
        return _chosen_several(layers, described, key)
    options = choices_of(field)
    return st.selectbox(
        described.label,
        options,
        index=options.index(value),
        key=key,
        format_func=lambda option: _in_words(layers.now, field, option),
        label_visibility="collapsed",
    )


def _chosen_several(layers: _Layers, described: Described, key: str) -> Any:
    """As text, which wraps, with a field behind a button: a row has no room for many values."""
    field, value = described.field, getattr(layers.now, described.field)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.markdown(escaped(described.value))
        edit = st.popover(
            ":material/edit:", type="tertiary", help="Edit", key=f"gateways-edit-{field}"
        )
    with edit:
        if field == "refused":
            return _refused(layers, key)
        if field == "parts":
            return frozenset(_several(described.label, _PARTS, value, key))
        return tuple(_several(described.label, _LISTS[field], value, key, accept_new=True))


def _refused(layers: _Layers, key: str) -> dict[str, str]:
    known = {**layers.table.refused, **layers.learnt.refused, **layers.now.refused}
    names = _several("Never sent", tuple(known), layers.now.refused, key, accept_new=True)
    return {name: known.get(name, BY_HAND) for name in names}


def _several(
    label: str, options: tuple[str, ...], value: Any, key: str, *, accept_new: bool = False
) -> list[str]:
    return st.multiselect(
        label,
        list(dict.fromkeys([*options, *value])),
        default=list(value),
        key=key,
        accept_new_options=accept_new,
        placeholder="none",
    )


def _reasons(described: Described, layers: _Layers) -> None:
    if described.field != "refused":
        return
    for name, reason in layers.now.refused.items():
        st.caption(f"`{escaped(name)}`: {escaped(reason)}")


def _in_words(profile: Profile, field: str, option: str) -> str:
    changes: dict[str, Any] = {field: option}
    rows = describe(replace(profile, **changes))
    return next(row.value for row in rows if row.field == field)


def _with_change(record: GatewayRecord, field: str, value: Json) -> GatewayRecord:
    changes = {name: kept for name, kept in record.changes.items() if name != field}
    return replace(record, changes=changes if value is None else changes | {field: value})


def _as_json(value: Any) -> Json:
    if isinstance(value, frozenset):
        return sorted(value)
    return list(value) if isinstance(value, tuple) else value


def _learnt_list(record: GatewayRecord) -> GatewayRecord | None:
    if not record.learnt:
        return None
    st.markdown("##### Learnt")
    st.caption("What the gateway refused by name, and is spared since.")
    forgotten = [one for index, one in enumerate(record.learnt) if _learnt_line(one, index)]
    if not forgotten:
        return None
    return replace(record, learnt=tuple(one for one in record.learnt if one not in forgotten))


def _learnt_line(learnt: Learnt, index: int) -> bool:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        with st.container(gap="xxsmall", width="stretch"):
            at = local(learnt.at)
            st.markdown(f"**{escaped(learnt.field)}** {escaped(f'with {learnt.model}')}")
            st.caption(f"{at:%d %B %Y}: {with_code(learnt.says)}")
        return st.button("Forget", key=f"gateways-forget-{index}", icon=":material/backspace:")
