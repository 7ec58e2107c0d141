import csv
import io
import sys
import tempfile
from dataclasses import dataclass

@dataclass
class Item:
    name: str
    count: int
    note: str | None = None
    limit: int | None = None


def export(items: list[Item]) -> None:
    writer = csv.writer(sys.stdout)
    for item in items:
        writer.writerow([item.name, item.note])
        writer.writerow([item.name, item.count, item.note, item.limit, True, 2.0])


export([Item("tea", 3), Item("cup", 0, "blue", 5), Item("None", 0, "None", 5)])
for record in csv.DictReader(["a,b", "1,2", "3,4"]):
    print(record["a"] + record["b"])
for row in csv.reader(["x,y"]):
    print(row)
buffer = io.StringIO()
table = csv.writer(buffer)
table.writerow(["", " x", "a,b", 'say "hi"', "two\nlines"])
table.writerow([""])
table.writerows([["1", "2"], ["3"]])
print(repr(buffer.getvalue()))
with tempfile.TemporaryDirectory() as folder:
    with open(f"{folder}/a.csv", "w", newline="") as out:
        csv.writer(out).writerows([["name", "size"], ["tea", "3"]])
    with open(f"{folder}/a.csv") as file:
        for found in csv.DictReader(file):
            print(found["name"], int(found["size"]))
    with open(f"{folder}/a.csv") as file:
        rows = csv.reader(file)
        print(next(rows), list(rows))
