"""The fault sweep, in a drawer at the right: what it would do, how far it is, what came of it."""

import streamlit as st

from components import services, state
from components.figures import counted
from components.parts import redraw
from components.plain import escaped
from components.setup import Setup
from components.sweep_order import sweep_order
from components.sweep_rules import sweep_rules
from components.sweep_table import sweep_file, sweep_table
from components.sweep_words import fault_label
from components.unused_answers import unused_in_sweep
from components.workspace import Workspace
from switchboard.sweeps import Sweep, reason_against

_ABOUT = (
    "Runs the last turn again, once without a fault and once for each fault that is put into a "
    "result, and tells what the model did. Each of these turns is a conversation of its own."
)
_LONGEST_QUESTION = 80


def sweep_button(workspace: Workspace) -> None:
    """Opens the drawer; there when the last turn can be swept, or a sweep is under way."""
    sweep = services.sweeps().find(workspace.conversation.id)
    is_running = sweep is not None and sweep.is_running
    if not is_running and reason_against(workspace.conversation):
        return
    st.button(
        "Fault sweep under way" if is_running else "Fault sweep",
        type="tertiary",
        icon=":material/bug_report:",
        key="talk-sweep",
        help="Runs the last turn again, once per fault, to see how the model bears it.",
        on_click=_open,
    )


def sweep_drawer(workspace: Workspace, setup: Setup) -> None:
    """The drawer, if it was asked for and no other one stands there."""
    if not workspace.is_sweeping or workspace.inspecting or workspace.comparing:
        return
    drawer = st.dialog("Fault sweep", width="large", position="right", on_dismiss=_close)
    drawer(_sweeping)(workspace, setup)


def _open() -> None:
    state.workspace().is_sweeping = True
    redraw()


def _close() -> None:
    state.workspace().is_sweeping = False
    redraw()


def _sweeping(workspace: Workspace, setup: Setup) -> None:
    sweep = services.sweeps().find(workspace.conversation.id)
    st.caption(_ABOUT)
    if sweep and sweep.is_running:
        st.fragment(_follow, run_every=0.5)(sweep)
        sweep_rules()
        return
    if sweep is None:
        _offer(workspace, setup)
    elif sweep.order.conversation.entries == workspace.conversation.entries:
        _outcome(sweep, setup)
        with st.expander("Sweep again", key="talk-sweep-again"):
            _offer(workspace, setup)
    else:
        _offer(workspace, setup)
        st.markdown(f"**The sweep before**, of: {escaped(_question(sweep))}")
        _outcome(sweep, setup)
    sweep_rules()


def _offer(workspace: Workspace, setup: Setup) -> None:
    if reason := reason_against(workspace.conversation):
        st.info(escaped(reason))
    else:
        sweep_order(workspace, setup)


def _follow(sweep: Sweep) -> None:
    if not sweep.is_running:
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.progress(sweep.progress, text=escaped(_progress_words(sweep)))
        st.button("Stop", icon=":material/stop_circle:", key="talk-sweep-stop", on_click=_stop)
    sweep_table(sweep)


def _stop() -> None:
    if sweep := services.sweeps().find(state.workspace().conversation.id):
        sweep.stop()
        sweep.wait(timeout_s=1)


def _progress_words(sweep: Sweep) -> str:
    done = f"{len(sweep.trials)} of {counted(len(sweep.order.kinds), 'turn')}"
    names = ", ".join(fault_label(kind) for kind in sweep.under_way)
    return f"{done} · {names}" if names else done


def _outcome(sweep: Sweep, setup: Setup) -> None:
    if sweep.was_stopped:
        done, all_of_them = len(sweep.trials), len(sweep.order.kinds)
        st.caption(f":material/stop_circle: Stopped by you after {done} of {all_of_them} turns.")
    sweep_table(sweep)
    if sweep.trials:
        sweep_file(sweep.trials)
        unused_in_sweep(sweep, setup.toolset.tools)


def _question(sweep: Sweep) -> str:
    conversation = sweep.order.conversation
    text = conversation.messages[conversation.turn_start].text
    return text if len(text) <= _LONGEST_QUESTION else f"{text[:_LONGEST_QUESTION]}…"
