"""Whatever is done with toolsets in whatever order, each is as a plain model says."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, rule

from switchboard.library import library_text, read_library
from switchboard.store import Store
from switchboard.toolset_records import text_hash

_TEXTS = st.sampled_from(["", "[]", "[{", "天 \ud83d", '[{"name": "a"}]'])
_NAMES = st.sampled_from(["A", "B", " "])


class Toolsets(RuleBasedStateMachine):
    """The store beside a dictionary: of each toolset its texts, oldest first."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store.open(f"sqlite:///{Path(self.folder.name) / 'kept.sqlite3'}")
        self.texts: dict[str, list[str]] = {}
        self.deleted: set[str] = set()

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    @rule(target=ids, name=_NAMES, text=_TEXTS)
    def save_new(self, name: str, text: str) -> str:
        saved = self.store.save_toolset(None, name, text)
        self.texts[saved.id] = [text]
        return saved.id

    @rule(one=ids, text=_TEXTS)
    def save(self, one: str, text: str) -> None:
        if one not in self.deleted:
            self.store.save_toolset(one, "", text, seen=text_hash(self.texts[one][-1]))
            self._append(one, text)

    @rule(one=ids, number=st.integers(1, 4))
    def restore_version(self, one: str, number: int) -> None:
        if one not in self.deleted and number <= len(self.texts[one]):
            self.store.restore_version(one, number)
            self._append(one, self.texts[one][number - 1])

    @rule(target=ids, one=ids)
    def duplicate(self, one: str) -> object:
        if one in self.deleted:
            return multiple()
        copy = self.store.duplicate_toolset(one)
        self.texts[copy.id] = [self.texts[one][-1]]
        return copy.id

    @rule(one=ids, name=_NAMES)
    def rename(self, one: str, name: str) -> None:
        if one not in self.deleted:
            self.store.rename_toolset(one, name)

    @rule(one=ids)
    def delete(self, one: str) -> None:
        self.store.delete_toolset(one)
        self.deleted.add(one)

    @rule(one=ids)
    def bring_back(self, one: str) -> None:
        self.store.restore_toolset(one)
        self.deleted.discard(one)

    @rule()
    def export_and_import(self) -> None:
        kept = [self.store.toolset(one) for one in self.texts]
        reading = read_library(library_text([one for one in kept if one]))
        outcome = self.store.import_toolsets(reading.toolsets)

        assert outcome.added == 0
        assert outcome.grown == len(self.deleted)
        self.deleted.clear()

    @invariant()
    def every_text_is_there(self) -> None:
        for one, texts in self.texts.items():
            saved = self.store.toolset(one)
            assert saved is not None
            assert [version.text for version in reversed(saved.versions)] == texts
            assert (saved.deleted_at is not None) == (one in self.deleted)

    @invariant()
    def the_list_is_of_what_is_there(self) -> None:
        seen = self.store.toolsets()
        assert {one.id for one in seen} == self.texts.keys() - self.deleted
        assert len({one.name for one in seen}) == len(seen)
        assert all(one.versions == len(self.texts[one.id]) for one in seen)
        assert {one.id for one in self.store.toolsets(deleted=True)} == self.deleted

    @invariant()
    def a_text_leads_to_the_toolsets_that_have_it(self) -> None:
        named = {one.id for one in self.store.toolset_of(text_hash("[]"))}
        assert named == {
            one for one, texts in self.texts.items() if "[]" in texts and one not in self.deleted
        }

    def _append(self, one: str, text: str) -> None:
        if self.texts[one][-1] != text:
            self.texts[one].append(text)


Toolsets.TestCase.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)
TestAnyToolsets = Toolsets.TestCase
