"""Reads sales from a table and writes what each region took."""

import csv
import io
import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Sale:
    region: str
    product: str
    amount: float
    units: int


def read_sales(path: str) -> list[Sale]:
    sales = []
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            sales.append(Sale(row["region"], row["product"], float(row["amount"]), int(row["units"])))
    return sales


def totals(sales: list[Sale]) -> dict[str, float]:
    result: dict[str, float] = {}
    for sale in sales:
        result[sale.region] = result.get(sale.region, 0.0) + sale.amount * sale.units
    return result


def write_report(path: str, data: dict[str, float]) -> None:
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["region", "total"])
        for region in sorted(data):
            writer.writerow([region, f"{data[region]:.2f}"])


with tempfile.TemporaryDirectory() as folder:
    source = f"{folder}/sales.csv"
    Path(source).write_text('region,product,amount,units\nnorth,tea,2.50,3\nsouth,"cup, blue",4.00,1\nnorth,"a ""big"" pot",3.25,2\n')
    sales = read_sales(source)
    for sale in sales:
        print(sale.region, sale.product, sale.amount * sale.units)
    report = f"{folder}/report.csv"
    write_report(report, totals(sales))
    print(Path(report).read_bytes())
    with open(report, newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        print(header, len(header))
        for row in rows:
            print(row[0], float(row[1]))
    with open(report) as file:
        for row in csv.reader(file):
            print(row)
out = io.StringIO()
lines = csv.writer(out)
lines.writerow(["", " x", "a,b", 'say "hi"', "two\nlines"])
lines.writerows([["1", "2"], [""], ["3"]])
print(repr(out.getvalue()))
for row in csv.reader(["a,b", '"c ""d""",e']):
    print(row)
