import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory(prefix="rows") as folder:
    path = Path(folder) / "a.txt"
    path.write_text("one\ntwo\n", encoding="utf-8")
    with path.open("r") as file:
        print(len(file.read()))
    with path.open("r", encoding="utf-8") as file:
        for line in file:
            print(line.strip())
    with open(path, "ab") as target:
        target.write(b"three\n")
    with open(path, "rb") as source:
        print(source.read())
