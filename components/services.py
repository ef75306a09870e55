"""What all tabs share: the store, the jobs, the embedded gateway. Made once, when first needed."""

import os
from pathlib import Path

import streamlit as st

from switchboard.desk import Desk
from switchboard.jobs import Jobs, close_abandoned_steps
from switchboard.loops import Loops
from switchboard.offline import OfflineGateway
from switchboard.probes import Checks
from switchboard.store import Store
from switchboard.sweeps import Sweeps

_HUMAN_PACE_MS = 25
_DEFAULT_FOLDER = Path(__file__).parent.parent / ".switchboard"


def database_url() -> str:
    """``SWITCHBOARD_DATABASE_URL``, else a SQLite file in the project's own folder."""
    default = f"sqlite:///{_DEFAULT_FOLDER / 'switchboard.sqlite3'}"
    return os.environ.get("SWITCHBOARD_DATABASE_URL") or default


@st.cache_resource(show_spinner=False, on_release=Store.close)
def store() -> Store:
    """The store; steps a killed program left behind are closed first. Raises ``StoreError``."""
    opened = Store.open(database_url())
    close_abandoned_steps(opened)
    return opened


@st.cache_resource(show_spinner=False, on_release=Jobs.stop_all)
def jobs() -> Jobs:
    """Every answer that is arriving."""
    return Jobs(store())


@st.cache_resource(show_spinner=False, on_release=Loops.stop_all)
def loops() -> Loops:
    """Every turn that goes on by itself."""
    return Loops(jobs(), store())


@st.cache_resource(show_spinner=False, on_release=Sweeps.stop_all)
def sweeps() -> Sweeps:
    """Every fault sweep."""
    return Sweeps(jobs(), loops())


@st.cache_resource(show_spinner=False, on_release=Checks.stop_all)
def checks() -> Checks:
    """Every check of a gateway."""
    return Checks()


@st.cache_resource(show_spinner=False, on_release=OfflineGateway.stop)
def offline_gateway() -> OfflineGateway:
    """The embedded gateway, on a free port of loopback."""
    return OfflineGateway.start(pace_ms=_pace_ms())


def _pace_ms() -> float:
    try:
        return max(float(os.environ.get("SWITCHBOARD_OFFLINE_PACE_MS", "")), 0)
    except ValueError:
        return _HUMAN_PACE_MS


def desk() -> Desk:
    """A person's actions."""
    return Desk(jobs())
