"""What a message offers to a tool's parameters, and what has been taken of it."""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from datetime import date

from switchboard.offline.declining import declined_spans, is_within
from switchboard.offline.filling.scene import Scene
from switchboard.offline.reading import Finding, read_text
from switchboard.offline.reading.findings import Kind


class Pool:
    """The findings of the asking clause first, then those of the rest of the message."""

    def __init__(self, text: str, scene: Scene) -> None:
        self.text = text
        self.scene = scene
        self.findings = _asked_for(text, scene.today)
        self.others = [] if text == scene.whole else _asked_for(scene.whole, scene.today)
        self._taken: list[Finding] = []

    def free(self, kinds: Sequence[Kind]) -> Iterator[Finding]:
        """The findings of these kinds that nobody has taken, kind by kind, in text order."""
        for kind in kinds:
            yield from (f for f in self.findings if f.kind == kind and not self._is_used(f))

    def elsewhere(self, kinds: Sequence[Kind]) -> Iterator[Finding]:
        """The same of the whole message, but for what has been taken of the clause."""
        used = {finding.text for finding in self._taken}
        for kind in kinds:
            yield from (f for f in self.others if f.kind == kind and f.text not in used)

    def _is_used(self, finding: Finding) -> bool:
        """Whether it has been taken, or a formula that it is a number of."""
        formulas = [taken for taken in self._taken if taken.kind == "formula"]
        return finding in self._taken or any(f.overlaps(finding) for f in formulas)

    def take(self, finding: Finding) -> None:
        """Marks a finding as used."""
        self._taken.append(finding)

    def claim(self, findings: Iterable[Finding]) -> None:
        """Marks several as used."""
        self._taken.extend(findings)

    def is_taken(self, finding: Finding) -> bool:
        """Whether a choice has been made by these very words."""
        return any(taken.kind == "choice" and taken.overlaps(finding) for taken in self._taken)

    def only(self, text: str) -> "Pool":
        """Another text of the same scene, with nothing around it."""
        return Pool(text, replace(self.scene, whole=text))

    def fork(self) -> "Pool":
        """The same text with nothing taken but what has been."""
        other = copy(self)
        other._taken = list(self._taken)
        return other


def _asked_for(text: str, today: date) -> list[Finding]:
    """What is found in a text but for what it says it does not want."""
    declined = declined_spans(text)
    return [f for f in read_text(text, today) if not is_within((f.start, f.end), declined)]
