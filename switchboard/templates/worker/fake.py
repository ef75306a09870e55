"""What a template knows as ``fake``: people and things that do not exist."""

import re
from datetime import date, timedelta
from random import Random

from switchboard.templates.worker import fake_words as words

_NO_LETTER = re.compile(r"\W+")


class Fake:
    """Made-up values that only the seed decides. No address, number or host is anybody's."""

    def __init__(self, seed: bytes, *, today: date) -> None:
        self._random = Random(seed)  # noqa: S311 - pretence, no secrets
        self._today = today

    def name(self) -> str:
        """A person's."""
        return f"{self.first_name()} {self.last_name()}"

    def first_name(self) -> str:
        """A person's."""
        return self._random.choice(words.FIRST_NAMES)

    def last_name(self) -> str:
        """A person's."""
        return self._random.choice(words.LAST_NAMES)

    def email(self, name: str = "") -> str:
        """Of this person, or of anybody; the domains are reserved for examples (RFC 2606)."""
        local = _NO_LETTER.sub(".", (name or self.name()).lower()).strip(".")
        return f"{local}@example.{self._random.choice(('com', 'net', 'org'))}"

    def phone(self) -> str:
        """In North America, among the numbers kept for fiction: 555-0100 to 555-0199."""
        return f"+1-{self._random.randint(201, 989)}-555-01{self._random.randint(0, 99):02}"

    def company(self) -> str:
        """A firm's name."""
        first = self._random.choice((self.last_name(), self.word().capitalize()))
        return f"{first} {self._random.choice(words.FIRMS)}"

    def street(self) -> str:
        """With the number of a house."""
        return f"{self._random.randint(1, 999)} {self._random.choice(words.STREETS)}"

    def city(self) -> str:
        """A real one."""
        return self._random.choice(words.CITIES)

    def country(self) -> str:
        """A real one."""
        return self._random.choice(words.COUNTRIES)

    def postcode(self) -> str:
        """Five digits."""
        return f"{self._random.randint(10_000, 99_999)}"

    def word(self) -> str:
        """An everyday one, in lower case."""
        return self._random.choice(words.WORDS)

    def sentence(self, words: int = 8) -> str:
        """So many words, which need not make sense."""
        return " ".join(self.word() for _ in range(words)).capitalize() + "."

    def url(self) -> str:
        """A page of a host that is reserved for examples."""
        return f"https://{self.word()}.example.com/{self.word()}/{self._random.randint(1, 999)}"

    def date(self, within_days: int = 365) -> date:
        """From today to so many days on; with a number below zero, back."""
        low, high = sorted((0, within_days))
        return self._today + timedelta(days=self._random.randint(low, high))
