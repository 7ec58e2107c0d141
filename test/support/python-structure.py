"""Writes the structure of Python files as `ast` sees it, in the form of python-structure.ts.

Reads paths, one a line, or with --expressions one JSON string of source a line. Writes one line of JSON for each: the structure, or null
where the source does not parse.
"""

import ast
import json
import struct
import sys
import warnings

IGNORED = ("ctx", "kind", "type_comment", "type_ignores", "type_params")


def constant(value):
    if value is None:
        return "None"
    if value is ...:
        return "Ellipsis"
    if isinstance(value, bool):
        return ["bool", value]
    if isinstance(value, int):
        return ["int", hex(value)]
    if isinstance(value, float):
        return ["float", struct.pack(">d", value).hex()]
    if isinstance(value, complex):
        return ["complex", struct.pack(">d", value.imag).hex()]
    if isinstance(value, bytes):
        return ["bytes", value.decode("latin-1")]
    return ["str", value]


def structure(node):
    if isinstance(node, ast.Constant):
        return ["Constant", constant(node.value)]
    if isinstance(node, ast.MatchSingleton):
        return ["MatchSingleton", constant(node.value)]
    if isinstance(node, ast.AST):
        fields = [structure(getattr(node, name, None)) for name in node._fields if name not in IGNORED]
        return [type(node).__name__, *fields]
    if isinstance(node, list):
        return [structure(element) for element in node]
    return node


def parsed(source):
    try:
        return structure(ast.parse(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    for line in sys.stdin.buffer.read().decode().splitlines():
        if "--sources" in sys.argv:
            source = json.loads(line)
        else:
            with open(line, "rb") as file:
                source = file.read()
        print(json.dumps(parsed(source), separators=(",", ":")))


main()
