"""Steps on worker threads: an answer does not depend on the page that asked for it.

Knows no Streamlit.
"""

from switchboard.jobs.abandoned import close_abandoned_steps
from switchboard.jobs.changes import Changes
from switchboard.jobs.job import Job
from switchboard.jobs.registry import Jobs

__all__ = ["Changes", "Job", "Jobs", "close_abandoned_steps"]
