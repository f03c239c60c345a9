"""Reads typed values out of a nested table and says exactly what is wrong.

Every error names the whole path of the key, such as `key[1].left_leg.hip`,
and what was expected there.
"""

import math
from collections.abc import Mapping
from typing import NoReturn, TypeGuard

from stretchbreak.figure.body import Bone, Limb, Side
from stretchbreak.figure.vector import NOWHERE, Vector

_LEG_LIMBS = {
    str(limb): limb
    for limb in (Limb(side, bone) for side in Side for bone in (Bone.THIGH, Bone.SHIN))
}


class Table:
    """A mapping and its path; remembers which keys were asked for."""

    def __init__(self, data: Mapping[str, object], path: str = "") -> None:
        self._data = data
        self._path = path
        self._known: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def fail(self, key: str, expected: str) -> NoReturn:
        """Refuse the value of *key*.

        Raises:
            ValueError: Always; names the key and what was expected.
        """
        found = f"found {self._data[key]!r}" if key in self._data else "it is missing"
        raise ValueError(f"{self._name(key)}: expected {expected}; {found}")

    def finish(self) -> None:
        """Refuse keys nobody asked for: they are most likely misspelt.

        Raises:
            ValueError: There is such a key.
        """
        for key in self._data:
            if key not in self._known:
                self.fail(key, f"one of {', '.join(sorted(self._known))} instead")

    def number(self, key: str, default: float | None = None) -> float:
        """Return a finite number."""
        value = self._take(key, default)
        if not _is_number(value):
            self.fail(key, "a number")
        return float(value)

    def share(self, key: str, default: float | None = None) -> float:
        """Return a number from 0 to 1."""
        value = self.number(key, default)
        if not 0 <= value <= 1:
            self.fail(key, "a number from 0 to 1")
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        """Return true or false."""
        value = self._take(key, default)
        if not isinstance(value, bool):
            self.fail(key, "true or false")
        return value

    def word(self, key: str, allowed: Mapping[str, object]) -> str:
        """Return one of the *allowed* words."""
        value = self._take(key, None)
        if not isinstance(value, str) or value not in allowed:
            self.fail(key, f"one of {', '.join(allowed)}")
        return value

    def leg_limb(self, key: str) -> Limb:
        """Return a limb of a leg, written such as left_thigh."""
        return _LEG_LIMBS[self.word(key, _LEG_LIMBS)]

    def numbers(self, key: str, count: int | None = None) -> tuple[float, ...]:
        """Return a list of numbers, *count* of them if that is given."""
        value = self._take(key, None)
        numbers = _numbers(value)
        if not numbers or count not in (None, len(numbers)):
            self.fail(key, "numbers" if count is None else f"{count} numbers")
        return numbers

    def vector(self, key: str) -> Vector:
        """Return a place or direction, written [x, y, z]."""
        x, y, z = self.numbers(key, 3)
        return Vector(x, y, z)

    def optional_vector(self, key: str) -> Vector | None:
        """Return a place or direction, or None if there is none."""
        self._known.add(key)
        return self.vector(key) if key in self else None

    def offset(self, key: str) -> Vector:
        """Return an offset [x, y, z]; none at all if it is not given."""
        return self.optional_vector(key) or NOWHERE

    def direction(self, key: str) -> Vector:
        """Return a direction [x, y, z], of length 1."""
        vector = self.vector(key)
        if vector == NOWHERE:
            self.fail(key, "a direction other than [0, 0, 0]")
        return vector.unit()

    def optional_direction(self, key: str) -> Vector | None:
        """Return a direction of length 1, or None if there is none."""
        self._known.add(key)
        return self.direction(key) if key in self else None

    def points(self, key: str) -> tuple[Vector, ...]:
        """Return a list of places, each [x, y, z]."""
        value = self._take(key, None)
        rows = [_numbers(row) for row in value] if isinstance(value, list) else []
        if not rows or any(len(row) != len(("x", "y", "z")) for row in rows):
            self.fail(key, "a list of [x, y, z]")
        return tuple(Vector(*row) for row in rows)

    def table(self, key: str) -> "Table":
        """Return the table under *key*."""
        value = self._take(key, None)
        if not isinstance(value, Mapping):
            self.fail(key, "a table")
        return Table(value, self._name(key))

    def optional_table(self, key: str) -> "Table | None":
        """Return the table under *key*, or None if there is none."""
        self._known.add(key)
        return self.table(key) if key in self else None

    def tables(self, key: str, *, inherit: bool = False) -> "tuple[Table, ...]":
        """Return the list of tables under *key*; empty if there is none.

        With *inherit*, each takes what it leaves out from the one before.
        """
        value = self._take(key, [])
        if not isinstance(value, list) or not all(
            isinstance(v, Mapping) for v in value
        ):
            self.fail(key, "a list of tables")
        tables: list[Table] = []
        data: dict[str, object] = {}
        for index, row in enumerate(value):
            data = {**data, **row} if inherit else dict(row)
            tables.append(Table(data, f"{self._name(key)}[{index}]"))
        return tuple(tables)

    def _name(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key

    def _take(self, key: str, default: object) -> object:
        self._known.add(key)
        if key not in self._data and default is None:
            self.fail(key, "a value")
        return self._data.get(key, default)


def _is_number(value: object) -> TypeGuard[float]:
    """Tell numbers from the rest; true and false are none, though Python says so."""
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and math.isfinite(value)
    )


def _numbers(value: object) -> tuple[float, ...]:
    """Return *value* as numbers; empty if it is anything else."""
    if not isinstance(value, list | tuple) or not all(_is_number(v) for v in value):
        return ()
    return tuple(float(number) for number in value)
