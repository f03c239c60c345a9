"""Children that behave badly, to stand in for the one that makes the sound."""

import sys

READY = '{"type":"ready","voice":"V","chimes":"C","missing":[]}'
LACKS = '{"type":"ready","voice":"","chimes":"C","missing":["No voice: none."]}'


def child(code: str) -> tuple[str, ...]:
    """Return the command of a child that runs *code*."""
    return (sys.executable, "-u", "-c", f"import sys\n{code}")


ECHOES = child(
    f"print({READY!r})\nfor line in sys.stdin: print(line, end='', file=sys.stderr)\n"
)
NEVER_ANSWERS = child("for line in sys.stdin: pass\nwhile True: pass")
DIES = child("sys.exit('no audio for you')")
DIES_AT_A_SCORE = child(
    f"print({READY!r})\nfor line in sys.stdin:\n    if 'play' in line: sys.exit(3)\n"
)
GARBLES = child(
    "print('not JSON'); print('[1, 2'); print('{\"type\":\"no such\"}')\n"
    f"print({LACKS!r})\n"
    "for line in sys.stdin: pass\n"
)
SERVES = child(
    "import json\n"
    "for line in sys.stdin:\n"
    "    order = json.loads(line)\n"
    "    if order['type'] == 'finish': sys.exit(0)\n"
    "    if order['type'] == 'prepare':\n"
    '        said = f\'No chimes: {order["chimes"]}, no voice: {order["voice"]}.\'\n'
    "        print(json.dumps({'type': 'ready', 'voice': '', 'chimes': '',"
    " 'missing': [said.replace('False', 'false').replace('True', 'true')]}))\n"
)
"""Says what it was asked for, and ends when it is told to."""
WAITS_FOR_A_VOICE = child(
    "for line in sys.stdin:\n"
    "    if '\"voice\":true' in line:\n"
    "        while True: pass\n"
    f"    if 'prepare' in line: print({READY!r})\n"
)
"""Answers only where no voice is wanted, as if the speech service hung."""
