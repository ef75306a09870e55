"""The form drawn: what stands in it is sent, what does not is left out."""

import streamlit as st

from components import state
from components.plain import escaped, with_code
from components.workshop_form_labels import branch_labels, label_of
from components.workshop_form_trial import Trial
from components.workshop_form_widgets import value_widget, widget_key
from components.workshop_shown import shown
from switchboard.forms import (
    Answer,
    Chosen,
    Field,
    Listed,
    Named,
    Path,
    Raw,
    answer_at,
    answers_of,
    blank,
    value_of,
    with_answer,
    with_item,
    without_answer,
)


def form_fields(trial: Trial) -> None:
    """All of the form, each problem beneath the field that it is about."""
    _draw(trial, trial.form, trial.answers, (), label="Arguments")


def _draw(trial: Trial, field: Field, answer: Answer, path: Path, *, label: str) -> None:
    if isinstance(answer, Named):
        _object(trial, field, answer, path)
    elif isinstance(answer, Listed):
        _list(trial, field, answer, path)
    elif isinstance(answer, Chosen):
        _alternatives(trial, field, answer, path, label=label)
    else:
        value_widget(trial, field, answer, path, label=label)
        _problems_of(trial, path)


def _problems_of(trial: Trial, path: Path) -> None:
    place = tuple(step for step in path if step is not None)
    for problem in trial.problems if place else ():
        if problem.path == place:
            st.caption(f":red[{with_code(problem.message)}]")


def _held(trial: Trial, field: Field, answer: Answer, path: Path, *, label: str, out: str) -> None:
    """An answer within another, with a button that takes it out; ``out`` says so."""
    if isinstance(_inmost(answer), Named | Listed):
        with st.container(border=True):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"**{label}**", help=escaped(field.about) or None, width="stretch")
                _out_button(trial, path, out)
            _draw(trial, field, answer, path, label=label)
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container(width="stretch"):
            _draw(trial, field, answer, path, label=label)
        _out_button(trial, path, out)


def _object(trial: Trial, field: Field, answer: Named, path: Path) -> None:
    order = {name: at for at, name in enumerate(field.names)}
    for name, member in sorted(answer.members, key=lambda one: order.get(one[0], len(order))):
        inner = field.member(name)
        _held(trial, inner, member, (*path, name), label=label_of(inner), out="Leave out")
    _left_out(trial, field, answer, path)
    if field.invites_more:
        _more(trial, field, path)


def _left_out(trial: Trial, field: Field, answer: Named, path: Path) -> None:
    there = dict(answer.members)
    names = [name for name in field.names if name not in there]
    if not names:
        return
    key = widget_key(trial, path, "left-out")
    st.pills(
        "Left out; choose one to set it",
        names,
        key=key,
        format_func=lambda name: label_of(field.member(name)),
        on_change=_set,
        args=(trial, field, path, key),
    )


def _more(trial: Trial, field: Field, path: Path) -> None:
    """For an object whose names are the caller's to choose."""
    key = widget_key(trial, path, "more")
    st.text_input(
        "Add a name", key=key, on_change=_set, args=(trial, field, path, key), placeholder="name"
    )


def _list(trial: Trial, field: Field, answer: Listed, path: Path) -> None:
    for at, item in enumerate(answer.items):
        _held(trial, field.item(at), item, (*path, at), label=f"Entry {at + 1}", out="Remove")
    st.button(
        "Add an entry",
        icon=":material/add:",
        type="tertiary",
        key=widget_key(trial, path, "add"),
        on_click=_add,
        args=(trial, field, path),
    )


def _alternatives(trial: Trial, field: Field, answer: Chosen, path: Path, *, label: str) -> None:
    key = shown(widget_key(trial, path, "branch"), answer.branch)
    labels = branch_labels(field)
    st.selectbox(
        f"{label}: which kind",
        range(len(labels)),
        key=key,
        format_func=lambda at: labels[at],
        help=escaped(field.about) or None,
        on_change=_choose,
        args=(trial, field, path, key),
    )
    _draw(trial, field.branches[answer.branch], answer.answer, (*path, None), label=label)


def _out_button(trial: Trial, path: Path, words: str) -> None:
    st.button(
        ":material/close:",
        type="tertiary",
        key=widget_key(trial, path, "out"),
        help=words,
        on_click=_take_out,
        args=(trial, path),
    )


def _inmost(answer: Answer) -> Answer:
    return _inmost(answer.answer) if isinstance(answer, Chosen) else answer


def _take_out(trial: Trial, path: Path) -> None:
    trial.put(without_answer(trial.answers, path))


def _add(trial: Trial, field: Field, path: Path) -> None:
    held = answer_at(trial.answers, path)
    at = len(held.items) if isinstance(held, Listed) else 0
    trial.put(with_item(trial.answers, path, blank(field.item(at))))


def _set(trial: Trial, field: Field, path: Path, key: str) -> None:
    name = state.value(key, None)
    state.plant(key, "" if key == widget_key(trial, path, "more") else None)
    if name:
        new = blank(field.member(name))
        trial.put(with_answer(trial.answers, (*path, name), new))


def _choose(trial: Trial, field: Field, path: Path, key: str) -> None:
    """Another alternative takes over what stands there, if it can hold it."""
    branch = state.value(key, 0)
    chosen = field.branches[branch]
    held = answer_at(trial.answers, path)
    new = _carried(chosen, held) if isinstance(held, Chosen) else blank(chosen)
    trial.put(with_answer(trial.answers, path, Chosen(branch, new)))


def _carried(chosen: Field, held: Chosen) -> Answer:
    try:
        carried = answers_of(chosen, value_of(held))
    except ValueError:
        return blank(chosen)
    return blank(chosen) if isinstance(carried, Raw | Named) else carried
