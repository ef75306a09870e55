"""Arguments to begin with: made up from the schema, valid or not, or kept with the tool."""

import streamlit as st

from components import state
from components.plain import with_code
from components.workshop import Workshop
from components.workshop_edit import replace_text
from components.workshop_form_trial import Trial
from switchboard.simulate import sample
from switchboard.tools import CheckedCall, with_example


def sample_buttons(workshop: Workshop, trial: Trial, checked: CheckedCall) -> None:
    """The row of buttons above the form."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "A valid example",
            icon=":material/check:",
            key=f"{trial.key}-valid",
            on_click=_put_valid,
            args=(trial,),
        )
        _invalid_menu(trial)
        _kept_menu(trial, checked)
        st.button(
            "Use as example",
            icon=":material/bookmark_add:",
            key=f"{trial.key}-keep",
            disabled=checked.arguments is None,
            help="Keeps these arguments with the tool, under `x-switchboard`; never sent.",
            on_click=_keep,
            args=(workshop, trial, checked),
        )


def _invalid_menu(trial: Trial) -> None:
    key = f"{trial.key}-invalid"
    label, icon = "An invalid one", ":material/error:"
    if not trial.invalid:
        # A menu without entries is an error to Streamlit.
        st.button(label, icon=icon, key=f"{key}-none", disabled=True, help="There is none to show.")
        return
    st.menu_button(
        label,
        [with_code(each.says) for each in trial.invalid],
        icon=icon,
        key=key,
        on_click=_put_invalid,
        args=(trial, key),
    )


def _kept_menu(trial: Trial, checked: CheckedCall) -> None:
    examples = checked.tool.margin.get("examples") if checked.tool else None
    if not isinstance(examples, list) or not examples:
        return
    key = f"{trial.key}-kept"
    st.menu_button(
        "A kept one",
        [f"Example {at + 1}" for at in range(len(examples))],
        icon=":material/bookmark:",
        key=key,
        on_click=_put_kept,
        args=(trial, key, examples),
    )


def _put_valid(trial: Trial) -> None:
    trial.put_value(sample(trial.schema))


def _put_invalid(trial: Trial, key: str) -> None:
    says = state.value(key, "")
    for each in trial.invalid:
        if with_code(each.says) == says:
            trial.put_value(each.value)


def _put_kept(trial: Trial, key: str, examples: list[object]) -> None:
    at = int(str(state.value(key, "Example 1")).split()[-1]) - 1
    trial.put_value(examples[at])  # type: ignore[arg-type]


def _keep(workshop: Workshop, trial: Trial, checked: CheckedCall) -> None:
    if checked.arguments is not None:
        text = with_example(workshop.text, trial.name, checked.arguments)
        replace_text(workshop, text, said="Use as example")
