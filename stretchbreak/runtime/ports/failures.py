"""How the outside fails the engine."""


class AdapterError(Exception):
    """The outside failed us. The engine catches this, and nothing wider."""


class SourceLostError(AdapterError):
    """The desktop stopped answering."""
