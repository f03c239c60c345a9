"""Days of the week in full words."""

DAYS = (
    *("Monday", "Tuesday", "Wednesday", "Thursday"),
    *("Friday", "Saturday", "Sunday"),
)
"""Their names, Monday first as in `core.weekdays`."""
SHORT = tuple(name[:2] for name in DAYS)
