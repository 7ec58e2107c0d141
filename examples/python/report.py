"""Prints a table of sales, with totals, and the text of the monthly mail."""

import textwrap
from itertools import groupby

SALES = """region,product,units,price
north,tea,12,4.50
north,mug,3,12.90
south,tea,30,4.25
south,kettle,2,49.00
west,mug,7,12.90
"""


def read(text: str) -> list[dict[str, str]]:
    header, *lines = text.strip().split("\n")
    names = header.split(",")
    return [dict(zip(names, line.split(","))) for line in lines]


def table(rows: list[list[str]], numeric: set[int]) -> list[str]:
    """Aligns the columns: numbers to the right, the rest to the left."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines: list[str] = []
    for row in rows:
        cells = [
            cell.rjust(width) if column in numeric else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths))
        ]
        lines.append("  ".join(cells).rstrip())
    lines.insert(1, "-" * (sum(widths) + 2 * (len(widths) - 1)))
    return lines


def main() -> None:
    records = read(SALES)
    rows = [["region", "product", "units", "revenue"]]
    totals: dict[str, float] = {}
    for record in records:
        revenue = int(record["units"]) * float(record["price"])
        totals[record["region"]] = totals.get(record["region"], 0.0) + revenue
        rows.append([record["region"], record["product"], record["units"], f"{revenue:.2f}"])
    print("\n".join(table(rows, {2, 3})))

    print()
    for region in sorted(totals):
        total = totals[region]
        bar = "#" * int(total // 20)
        print(f"{region:<6} {total:>8.2f} {bar}")

    best, worst = max(sorted(totals), key=lambda name: totals[name]), min(sorted(totals), key=lambda name: totals[name])
    message = f"{best.capitalize()} sold most this month, {worst.capitalize()} least. " * 2
    print()
    print(textwrap.fill(message.strip(), width=48))

    for region, group in groupby(records, key=lambda record: record["region"]):
        print(region, [record["product"] for record in group])


if __name__ == "__main__":
    main()
