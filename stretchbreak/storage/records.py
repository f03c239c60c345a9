"""What the program keeps of the user's doings, for the user to take along."""

from pathlib import Path

from stretchbreak.storage import history_entries
from stretchbreak.storage.history_db import HistoryDb


class HistoryRecords:
    """The records on disk, and a way to have them as a file to read elsewhere."""

    def __init__(self, folder: Path, database: HistoryDb) -> None:
        self.folder = folder
        self._database = database

    def export(self, file: Path) -> None:
        """Write all that was done to *file*: JSON if it ends so, else a table.

        Raises:
            AdapterError: It cannot be read, or not be written.
        """
        history_entries.export(self._database, file)
