"""What the program keeps on disk, for the verbs that need it."""

import os
import sys

from stretchbreak.core.history import History
from stretchbreak.core.settings import Settings
from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.runtime.system_clock import utc
from stretchbreak.storage.places import places
from stretchbreak.storage.settings_file import SettingsFile


def settings_file() -> SettingsFile:
    """Return the user's settings file."""
    return SettingsFile(places(os.environ).settings)


def settings(file: SettingsFile) -> Settings:
    """Return what *file* says; tell of all that is wrong with it."""
    read, faults = file.load(utc().astimezone())
    for fault in faults:
        print(f"stretchbreak: {fault}", file=sys.stderr)
    return read


def history() -> History:
    """Return what was done so far; one that cannot be read is as good as none."""
    from stretchbreak.storage.history_db import HistoryDb

    try:
        return HistoryDb(places(os.environ).history).history()
    except AdapterError as error:
        print(f"stretchbreak: {error}; what was done is not known", file=sys.stderr)
        return History()
