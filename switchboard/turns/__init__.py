"""A turn's steps: what happens to a request, from sending it to its end."""

from switchboard.turns.events import Ended, Event, Opened, Received, Waiting
from switchboard.turns.steps import fault_of, run_step

__all__ = ["Ended", "Event", "Opened", "Received", "Waiting", "fault_of", "run_step"]
