"""Keeps a small stock of parts in a file of JSON, by commands on its command line."""

import argparse
import json
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass
class Part:
    """One kind of part."""

    name: str
    count: int
    price: float
    tags: list[str] = field(default_factory=list)

    def value(self) -> float:
        return self.count * self.price


class Stock:
    """The parts, in the order in which they came."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.parts: list[Part] = []

    def load(self) -> None:
        if not self.path.exists():
            return
        rows = json.loads(self.path.read_text())
        for row in rows:
            self.parts.append(Part(row["name"], row["count"], row["price"], row["tags"]))

    def save(self) -> None:
        self.path.write_text(json.dumps([asdict(part) for part in self.parts], indent=2))

    def find(self, name: str) -> Part | None:
        for part in self.parts:
            if part.name == name:
                return part
        return None


def positive(text: str) -> int:
    """A whole number above zero."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is not positive")
    return number


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="stock", description="Keeps a stock of parts.")
    parser.add_argument("--file", type=Path, required=True, help="where the stock is kept")
    parser.add_argument("-v", "--verbose", action="store_true", help="say what is done")
    commands = parser.add_subparsers(dest="command", required=True)

    add = commands.add_parser("add", help="add parts")
    add.add_argument("name")
    add.add_argument("count", type=positive)
    add.add_argument("--price", type=float, default=1.0)
    add.add_argument("-t", "--tag", action="append", default=[])

    show = commands.add_parser("show", help="list the parts")
    show.add_argument("--format", choices=["text", "json"], default="text")
    show.add_argument("--least", type=int, help="only parts of which there are so many")
    return parser


def add_parts(stock: Stock, name: str, count: int, price: float, tags: list[str]) -> None:
    part = stock.find(name)
    if part is None:
        stock.parts.append(Part(name, count, price, tags))
    else:
        part.count += count
    stock.save()


def show_parts(stock: Stock, style: str, least: int | None) -> None:
    shown = [part for part in stock.parts if least is None or part.count >= least]
    if style == "json":
        print(json.dumps([asdict(part) for part in shown], separators=(",", ":")))
        return
    for part in shown:
        print(f"{part.name:<8}{part.count:>4} {part.value():8.2f} {','.join(part.tags)}")
    print(f"{len(shown)} kinds, {sum(part.count for part in shown)} parts")


def main(argv: list[str] | None = None) -> int:
    args = build_parser().parse_args(argv)
    stock = Stock(args.file)
    stock.load()
    if args.verbose:
        print(f"{args.command}: {len(stock.parts)} kinds in stock")
    if args.command == "add":
        add_parts(stock, args.name, args.count, args.price, args.tag)
    else:
        show_parts(stock, args.format, args.least)
    return 0


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(main())
    place = str(Path(tempfile.mkdtemp()) / "stock.json")
    for line in ["add bolt 40 --price 0.25 -t steel -t m8", "-v add nut 12", "add bolt 2", "show", "-v show --format=json --least 20"]:
        main(["--file", place, *line.split()])
