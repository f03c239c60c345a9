"""What the routines have become in the editor, kept or not, with what they were."""

from collections.abc import Mapping

from stretchbreak.core import routine_draft
from stretchbreak.core.routine import Routine
from stretchbreak.core.routine_draft import Draft


class RoutineDrafts:
    """One draft a routine, by its id; the empty id is one that is not kept yet."""

    def __init__(self) -> None:
        self._drafts: dict[str, Draft] = {}
        self._on_disk: dict[str, Routine] = {}

    def of(self, id_: str, known: Mapping[str, Routine]) -> Draft:
        """Return the draft of the routine of that id, begun from *known* if need be."""
        if id_ not in self._drafts:
            routine = known[id_] if id_ else routine_draft.new()
            self._on_disk[id_] = routine
            self._drafts[id_] = Draft(routine)
        return self._drafts[id_]

    def put(self, id_: str, draft: Draft) -> None:
        """Let *draft* be what the routine of that id has become."""
        self._drafts[id_] = draft

    def keep(self, id_: str, kept: Routine) -> None:
        """Take in that the draft was kept as *kept*, whose id may be another."""
        self._drafts[kept.id] = self._drafts.pop(id_)
        self._on_disk[kept.id] = kept

    def drop(self, id_: str) -> None:
        """Forget the draft of that id, if there is one."""
        self._drafts.pop(id_, None)

    def forget_others(self, known: Mapping[str, Routine]) -> None:
        """Forget those of routines that were changed elsewhere, or are gone."""
        for id_ in [*self._drafts]:
            if id_ and known.get(id_) != self._on_disk.get(id_):
                del self._drafts[id_]
