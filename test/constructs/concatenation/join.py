def csv_line(fields: list[str]) -> str:
    return ",".join(fields)
