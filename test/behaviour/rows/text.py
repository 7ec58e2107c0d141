import fnmatch
import glob
import json
import os
import re
import tempfile


def characters(s: str) -> None:
    for c in s:
        print(c.isalpha(), c.isalnum(), c.isspace(), c.isupper(), c.islower(), c.isdigit())


def parts(s: str) -> None:
    print(s.split(",", 2), s.split(",", 0), s.encode("utf-8"), "plain".find("a"), b", ".join([b"a", b"b"]), b"".join([]))


def patterns(s: str) -> None:
    start, whole = re.match(r"([a-z]+)(\d*)", s), re.fullmatch(r"\w+", s)
    print(start is None, whole is None)
    if start:
        print(start.group(), start.group(1), start.start(), start.end())
    word = re.compile(r"(\w)(\w*)")
    found = word.search(s)
    if found:
        print(found.group(), found.group(2), found.start(), found.end())
    print(word.fullmatch(s) is None, word.match(s) is None, word.sub("x", s))


def number(data: bytes) -> None:
    print(json.loads(data))


def names(s: str, p: str) -> bool:
    return fnmatch.fnmatchcase(s, p)


def files() -> None:
    folder = tempfile.mkdtemp()
    for name in ["a.txt", "b.txt", "c.md", ".hidden.txt"]:
        with open(os.path.join(folder, name), "w") as file:
            file.write(name)
    print([os.path.basename(path) for path in sorted(glob.iglob(os.path.join(folder, "*.txt")))])
    print([os.path.basename(path) for path in sorted(glob.glob(os.path.join(folder, "*")))])


characters("aZ5 é\t_Σ")
parts("a,b,c,d")
parts("")
patterns("abc12")
patterns("a b")
patterns("--")
number(b"17")
number(b'"h\\u00e9"')
number(b"true")
print(names("a.txt", "*.txt"), names("A.TXT", "*.txt"), names("", "*"), names("a/b", "*"), names("é", "?"))
files()
