import json
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Item:
    name: str
    price: float
    tags: list[str] = field(default_factory=list)


@dataclass
class Order:
    id: int
    items: list[Item]
    note: str | None = None


def save(path: Path, orders: list[Order]) -> None:
    with path.open("w") as file:
        json.dump([asdict(order) for order in orders], file, indent=2)


def load(path: Path) -> list[Order]:
    with open(path) as file:
        rows = json.load(file)
    found = []
    for row in rows:
        items = [Item(item["name"], item["price"], item["tags"]) for item in row["items"]]
        found.append(Order(row["id"], items))
    return found


def describe(data: dict[str, Any]) -> str:
    name: str = data["name"]
    age: int = data["age"]
    return name.upper() + " " + str(age) + " " + data["address"]["city"]


def main() -> None:
    path = Path(tempfile.mkdtemp()) / "orders.json"
    order = Order(7, [Item("tea", 3.5, ["hot", "grün"]), Item("bün 😀", 2.0)])
    save(path, [order, Order(8, [])])
    for one in load(path):
        print(one)
    print(path.read_text())
    print(json.dumps(asdict(order), separators=(",", ":")))
    print(json.dumps({"n": "é\\u00e9 😀\n\x01", "q": '"'}, ensure_ascii=False))
    print(json.dumps({"n": 1, "z": [1, 2]}, separators=(", ", ": ")), json.dumps([1, 2], separators=(",", ":"), ensure_ascii=False))
    print(describe(json.loads('{"name": "ann", "age": 31, "address": {"city": "Bern"}}')))
    data = json.loads('{"b": [1, 2.5, null, true], "a": {"z": 1, "y": "x"}}')
    print(data)
    print(json.dumps(data, indent=1))
    for value in data["b"]:
        print(value)
    d = asdict(order)
    print(d["id"], sorted(d.keys()))
    text = json.dumps(d)
    print(len(text))


main()
# --- another program
import json
from typing import Any

def kind(v: Any) -> str:
    if isinstance(v, dict):
        return "dict"
    if isinstance(v, list):
        return "list"
    if isinstance(v, bool):
        return "bool"
    if isinstance(v, int):
        return "int"
    if isinstance(v, str):
        return "str"
    return "other"

data = json.loads('{"a": [1], "b": {"x": 1}, "c": "t", "d": true, "e": 3, "f": null, "g": 1.5}')
for key in ["a", "b", "c", "d", "e", "f", "g"]:
    print(key, kind(data[key]))
# --- another program
from typing import Any


def kind(value: Any) -> str:
    if isinstance(value, dict):
        return "dict"
    if isinstance(value, list):
        return "list"
    if isinstance(value, (int, float)):
        return "number"
    return "other"


numbers = [1, 2]
ages = {"ann": 1}
print(kind([1, 2]), kind({"a": 1}), kind(numbers), kind(ages), kind(3), kind({}), kind([]), kind("x"), kind({1, 2}), kind(None))
# --- another program
import json
from typing import Any

data: dict[str, Any] = json.loads('{"z": 1, "a": {"q": [1, 2], "b": "t"}}')
for k, v in data.items():
    print(k, v)
print(json.dumps(data))
