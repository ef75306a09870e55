"""What is found out while a request is read, each sentence once."""

from dataclasses import dataclass, field

from switchboard.problems import JsonPath, Problem

_MOST = 100


@dataclass(slots=True)
class Notes:
    """Collects sentences and problems in their order."""

    sentences: dict[str, None] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def say(self, sentence: str) -> None:
        self.sentences[sentence] = None

    def wrong(self, message: str, path: JsonPath = ()) -> None:
        if len(self.problems) < _MOST:
            self.problems.append(Problem(message, path))
