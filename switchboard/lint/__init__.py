"""Where a tool would be refused, provider by provider, and what a model may misread in it.

``lint``: tools -> breaches of the rules in ``RULES``. ``portability``: tools × targets -> does it
fit. Nothing here raises on what somebody wrote, fetches anything, or takes longer than two seconds.

Rules about what is sent back later (ids, roles, order and results of calls) belong to ``thread``;
those about other parts of a request (``response_format``, ``tool_choice``, a server's own flags) to
``payload`` and the gateway's profile; a limit that nobody has put a number to (Anthropic's compiled
grammar) is no rule.
"""

from switchboard.lint.linting import lint
from switchboard.lint.portability import Fit, Portability, portability
from switchboard.lint.rule import Breach, Rule
from switchboard.lint.table import RULES
from switchboard.lint.targets import TARGETS, Target

__all__ = [
    "RULES",
    "TARGETS",
    "Breach",
    "Fit",
    "Portability",
    "Rule",
    "Target",
    "lint",
    "portability",
]
