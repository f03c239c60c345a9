"""Text that is nearly right, and text that is not: for what must bear either.

Everything comes from a `Random` with a fixed seed, so that what fails once
fails again.
"""

import json
import re
from collections.abc import Callable, Sequence
from random import Random

NASTY = [
    *("0", "-1", "1e400", "nan", "inf", "null", "true", '""', "[]", "{}", "9" * 30),
    *("[[[[]]]]", '{"type": "quit"}', '"\\u0000"', '"\\ud800"', '"\U0001f9d8"'),
    *('"9999-12-31T23:59:59"', '"0001-01-01T00:00:00"', '"24:00"', '"-5m"', '"9999h"'),
    *("9999-12-31T23:59:59", "0001-01-01T00:00:00", "-86399999999999999999"),
    *("86399999999999999999", "9223372036854775808", '"mon-sun 00:00-24:00"'),
]
"""Values that are odd in one place or another."""
EXTREMES = [
    *(b"0", b"1", b"-1", b"1000000", b"3600000000", b"-3600000000", b"86400000000"),
    *(b"9223372036854775807", b"9223372036854775808", b"-9223372036854775808"),
    *(b"86399999999999999999", b"-86399999999999999999", b"60000000000000000000"),
    *(b"0001", b"9999", b"1969", b"2999", b"00", b"24", b"12", b"31", b"60"),
]
_NUMBER = re.compile(rb"-?\d+")
_VALUE = re.compile(rb'"(?:[^"\\]|\\.)*"|-?\d[\w.:+-]*|true|false|null|\[\]|\{\}')


def mutated(text: bytes, random: Random) -> bytes:
    """Return *text* with a few things in it changed."""
    for _change in range(random.choice([1, 1, 1, 2, 3, 8])):
        text = random.choice(_CHANGES)(text, random)
    return text


def junk(random: Random, longest: int) -> bytes:
    """Return bytes that mean nothing, up to *longest* of them."""
    length = random.choice([0, 1, 2, 10, 100, 1_000, longest])
    alphabet = random.choice([bytes(range(256)), b'{}[]":, \n', b"[", b"{", b"\x00"])
    return bytes(random.choices(alphabet, k=random.randint(0, length)))


def tree(random: Random, words: Sequence[str], depth: int = 4) -> bytes:
    """Return JSON of any shape, with *words* as its keys and texts."""
    return json.dumps(_tree(random, words, depth)).encode()


def _tree(random: Random, words: Sequence[str], depth: int) -> object:
    some = range(random.randint(0, 4))
    match random.randint(0, 7) if depth else random.randint(0, 4):
        case 0:
            return random.choice([None, True, False])
        case 1:
            return random.choice([0, -1, 1.5, 2**31, 2**63, 10**30])
        case 2 | 3 | 4:
            return random.choice(words)
        case 5:
            return [_tree(random, words, depth - 1) for _item in some]
        case _:
            keys = ["type", *(random.choice(words) for _item in some)]
            return {key: _tree(random, words, depth - 1) for key in keys}


def _cut(text: bytes, random: Random) -> bytes:
    return text[: random.randint(0, len(text))]


def _without(text: bytes, random: Random) -> bytes:
    first, last = sorted(random.randint(0, len(text)) for _end in range(2))
    return text[:first] + text[last:]


def _doubled(text: bytes, random: Random) -> bytes:
    first, last = sorted(random.randint(0, len(text)) for _end in range(2))
    return text[:last] + text[first:]


def _scratched(text: bytes, random: Random) -> bytes:
    scratched = bytearray(text)
    for _byte in range(random.randint(1, 3) if text else 0):
        scratched[random.randrange(len(text))] = random.randrange(256)
    return bytes(scratched)


def _other_value(text: bytes, random: Random) -> bytes:
    """Put one value in the place of another: a nasty one, or one of its own."""
    found = list(_VALUE.finditer(text))
    if not found:
        return text
    place = random.choice(found)
    own = random.choice(found)[0]
    value = random.choice([own, random.choice(NASTY).encode()])
    return text[: place.start()] + value + text[place.end() :]


def _other_number(text: bytes, random: Random) -> bytes:
    """Put an extreme number, year or clock time in the place of one of its kind."""
    found = list(_NUMBER.finditer(text))
    if not found:
        return text
    place = random.choice(found)
    return text[: place.start()] + random.choice(EXTREMES) + text[place.end() :]


def _other_lines(text: bytes, random: Random) -> bytes:
    """Put one line somewhere else, twice or not at all."""
    lines = text.splitlines(keepends=True)
    if not lines:
        return text
    line = lines.pop(random.randrange(len(lines)))
    for _time in range(random.randint(0, 2)):
        lines.insert(random.randint(0, len(lines)), line)
    return b"".join(lines)


_CHANGES: list[Callable[[bytes, Random], bytes]] = [
    _cut,
    _without,
    _doubled,
    _scratched,
    _other_value,
    _other_value,
    _other_number,
    _other_number,
    _other_number,
    _other_number,
    _other_lines,
]
