"""The toolsets of the store."""

from collections.abc import Sequence

from switchboard.store import toolset_imports, toolset_reading, toolset_texts, toolsets
from switchboard.store.connections import Connections
from switchboard.toolset_records import Imported, NamedVersion, SavedToolset, ToolsetSummary


class ToolsetShelf(Connections):
    """Named toolsets, each with every text it had, and the texts that were sent.

    Of changes made from what another tab has changed since, ``ToolsetChanged`` is raised, as of
    changes to a toolset that is deleted. ``seen`` is the hash of the newest version last seen;
    ``None`` saves whatever is there.
    """

    def toolsets(self, *, deleted: bool = False) -> tuple[ToolsetSummary, ...]:
        """Every toolset, last saved first; or those that can still be brought back."""
        with self._reading() as connection:
            return toolset_reading.list_toolsets(connection, deleted=deleted)

    def toolset(self, toolset_id: str) -> SavedToolset | None:
        """The toolset with its history, deleted or not."""
        with self._reading() as connection:
            return toolset_reading.read_toolset(connection, toolset_id)

    def toolset_of(self, text_hash: str) -> tuple[NamedVersion, ...]:
        """The versions that have this text, last saved first; none of deleted toolsets."""
        with self._reading() as connection:
            return toolset_reading.named_versions(connection, text_hash)

    def toolset_text(self, text_hash: str) -> str | None:
        """The text that was saved or sent with this hash, as long as anything has it."""
        with self._reading() as connection:
            return toolset_texts.read_text(connection, text_hash)

    def save_toolset(
        self,
        toolset_id: str | None,
        name: str,
        text: str,
        note: str = "",
        *,
        seen: str | None = None,
    ) -> SavedToolset:
        """A new version; nothing new when the newest has this text. ``None``: a new toolset.

        The name is a new toolset's; one that is there keeps its own. Any text can be saved, valid
        or not, up to ``LARGEST_TEXT``.
        """
        with self._writing() as connection:
            if toolset_id is None:
                toolset_id = toolsets.add_toolset(connection, name, text, note)
            else:
                toolsets.save_version(connection, toolset_id, text, note, seen=seen)
            return toolsets.existing(connection, toolset_id)

    def restore_version(
        self, toolset_id: str, number: int, *, seen: str | None = None
    ) -> SavedToolset:
        """With an old version's text as the newest again, and a note of it."""
        with self._writing() as connection:
            toolsets.restore_version(connection, toolset_id, number, seen=seen)
            return toolsets.existing(connection, toolset_id)

    def rename_toolset(self, toolset_id: str, name: str) -> SavedToolset:
        """Under another name; a number is put behind one that another toolset has."""
        with self._writing() as connection:
            toolsets.rename(connection, toolset_id, name)
            return toolsets.existing(connection, toolset_id)

    def duplicate_toolset(self, toolset_id: str) -> SavedToolset:
        """A new toolset of the newest version, without its history."""
        with self._writing() as connection:
            copy = toolsets.duplicate(connection, toolset_id)
            return toolsets.existing(connection, copy)

    def delete_toolset(self, toolset_id: str) -> None:
        """Takes the toolset out of sight. ``restore_toolset`` brings it back within 30 days; then
        the next deletion of any takes it away for good. What runs were sent stays."""
        with self._writing() as connection:
            toolsets.delete(connection, toolset_id)

    def restore_toolset(self, toolset_id: str) -> SavedToolset:
        """Brings a deleted toolset back."""
        with self._writing() as connection:
            toolsets.bring_back(connection, toolset_id)
            return toolsets.existing(connection, toolset_id)

    def import_toolsets(self, brought: Sequence[SavedToolset]) -> Imported:
        """Keeps these too, all or none: of one id the versions are united, by text and time; one
        that was deleted is brought back; of another id with a known name both are kept."""
        with self._writing() as connection:
            return toolset_imports.import_toolsets(connection, brought)
