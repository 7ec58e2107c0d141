import os
import pathlib
import shutil
import tempfile
from pathlib import Path, PurePath, PurePosixPath


def made(p: str, q: str) -> None:
    print(Path("a/b"), Path(p), Path(Path(p)), Path(), Path(p, q), Path(Path(p), q))
    print(PurePath("a/b"), PurePath(p), PurePath(PurePath(p)), PurePath(), PurePath(p, q), PurePath(PurePath(p), q))
    print(PurePosixPath("a/b"), PurePosixPath(p), PurePosixPath(PurePosixPath(p)), PurePosixPath())
    print(PurePosixPath(p, q), PurePosixPath(PurePosixPath(p), q))


def parts(p: PurePath) -> None:
    print(p.name, p.stem, repr(p.suffix), p.parent, p.parts, p.as_posix(), str(p), os.fspath(p), p.is_absolute())


def pure(p: PurePath, q: PurePath) -> None:
    parts(p)
    parts(q)
    print(p / "x", p / q, p.joinpath("y"), p.joinpath("y", "z/w"), p == q, p != q, p == p)
    print(p.with_name("new.md"), p.with_suffix(".zip"), p.with_suffix(""), p.with_stem("other"))
    print(p.is_relative_to("a/"), p.is_relative_to(q), (p / "x").is_relative_to(p), p.is_relative_to("."))
    print((p / "x" / "y").relative_to(p))


def inside(p: Path, q: str) -> None:
    try:
        print(p.relative_to(q), p.relative_to(Path(q)))
    except ValueError:
        print("outside")


def posix(p: PurePosixPath, q: Path) -> None:
    print(p.name, p.stem, p.suffix, p.parent, p.parts, p / "q", p.with_suffix(".x"), p == PurePosixPath("a"))
    print(q.name, q.stem, q.suffix, q.parent, q.parts, q / "q", q.with_suffix(".x"), q == Path("a"))


def state(p: Path) -> None:
    print(p.exists(), p.is_dir(), p.is_file(), p.is_symlink())


def failing(p: Path) -> None:
    try:
        p.mkdir()
        print("made")
    except FileExistsError:
        print("exists")
    except FileNotFoundError:
        print("no parent")
    try:
        print(p.stat().st_size > 0, p.stat().st_mtime > 0.0)
    except FileNotFoundError:
        print("no size")
    try:
        p.rmdir()
    except OSError:
        print("cannot be removed")
    try:
        print(len(p.read_text(encoding="utf-8")))
    except IsADirectoryError:
        print("a folder")
    except FileNotFoundError:
        print("no text")


def files(folder: Path) -> None:
    (folder / "one").mkdir()
    (folder / "one").mkdir(exist_ok=True)
    (folder / "two" / "three").mkdir(parents=True)
    text = folder / "one" / "text.txt"
    text.write_text("héllo\nwörld\n", encoding="utf-8")
    print(text.read_text(encoding="utf-8"), text.read_bytes(), text.stat().st_size, text.stat().st_mtime > 1e9)
    text.write_bytes(b"\x00ab\n")
    print(text.read_bytes(), len(text.read_text()))
    state(text)
    state(folder)
    state(folder / "none")
    os.symlink(str(text), str(folder / "link"))
    state(folder / "link")
    print((folder / "link").resolve() == text.resolve())
    text.chmod(0o600)
    text.rename(folder / "moved.txt")
    (folder / "moved.txt").replace(str(folder / "again.txt"))
    print(sorted(found.name for found in folder.glob("*.txt")), sorted(found.name for found in folder.rglob("t*")))
    (folder / "again.txt").unlink()
    (folder / "again.txt").unlink(missing_ok=True)
    (folder / "two" / "three").rmdir()
    failing(folder / "one")
    failing(folder / "none" / "below")
    failing(folder / "two")


def opened(path: Path) -> None:
    with path.open("w") as out:
        out.write("one\n")
    with path.open("a") as out:
        out.write("two\n")
    with path.open() as source:
        print(source.read())
    with path.open("w", encoding="utf-8") as out:
        out.write("drei\n")
    with path.open(encoding="utf-8") as source:
        for line in source:
            print(line.strip())


def places() -> None:
    print(Path.cwd() == Path(os.getcwd()), Path.home() == Path("~").expanduser(), Path("a/~").expanduser())
    print(Path("x").absolute() == Path.cwd() / "x", Path("/a/b").absolute())


made("a/b", "c")
made("a//b/./c/", "d/e")
made("/", "x.y")
made("", "z")
pure(PurePath("a/b.tar.gz"), PurePath("c/d"))
pure(PurePath("a/.hidden"), PurePath("a"))
pure(PurePath("/r/ünï.txt"), PurePath("..hidden.x"))
inside(Path("a/b/c"), "a/b/")
inside(Path("a/bc"), "a/b")
inside(Path("/"), "/")
posix(PurePosixPath("a"), Path("x/a.b.c"))
posix(PurePosixPath("/z/.a.b"), Path("a"))
folder = Path(tempfile.mkdtemp())
files(folder)
opened(folder / "opened.txt")
shutil.rmtree(folder)
places()
