"""A listener that only listens."""


class Heard(list[str]):
    """What a session listener was told, in order."""

    def locked(self, *, certain: bool) -> None:
        self.append("locked" if certain else "perhaps locked")

    def unlocked(self) -> None:
        self.append("unlocked")

    def suspended(self) -> None:
        self.append("suspended")

    def woke(self) -> None:
        self.append("woke")
