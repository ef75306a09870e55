"""What a model did about a fault, by rules that can be shown.

``judged``: question, calls, answer and fault -> the conduct, and the evidence for it in sentences.
``RULES``: the rules in the order in which they are tried. Nothing here raises on any text.
"""

from switchboard.simulate.judging.conduct import Conduct, Conducted, Judgement
from switchboard.simulate.judging.hopes import is_hoped_for
from switchboard.simulate.judging.rules import RULES, Rule, judged

__all__ = ["RULES", "Conduct", "Conducted", "Judgement", "Rule", "is_hoped_for", "judged"]
