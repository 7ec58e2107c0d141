/** A Python file of about so many lines: functions and classes as services have them, no two alike. */
export function pythonFile(lines: number): string {
  return repeated(lines, "", (index) => [
    `def total_${index}(values: list[int], limit: int = ${index}) -> int:`,
    `    """Adds what is below the limit."""`,
    `    total = ${index % 7}`,
    `    for position, value in enumerate(values):`,
    `        if value < limit and position != ${index % 5}:`,
    `            total += value * ${1 + (index % 3)}`,
    `    if total < 0:`,
    `        raise ValueError(f"total {total} of ${index}")`,
    `    return total`,
    ``,
    ``,
    `class Item${index}:`,
    `    def __init__(self, name: str, price: float) -> None:`,
    `        self.name = name`,
    `        self.price = price`,
    ``,
    `    def label(self) -> str:`,
    `        return f"{self.name}: {self.price:.2f}"`,
    ``,
    ``,
  ]);
}

/** The same for Go. */
export function goFile(lines: number): string {
  return repeated(lines, 'package large\n\nimport "fmt"\n\n', (index) => [
    `// Total${index} adds what is below the limit.`,
    `func Total${index}(values []int, limit int) (int, error) {`,
    `\ttotal := ${index % 7}`,
    `\tfor position, value := range values {`,
    `\t\tif value < limit && position != ${index % 5} {`,
    `\t\t\ttotal += value * ${1 + (index % 3)}`,
    `\t\t}`,
    `\t}`,
    `\tif total < 0 {`,
    `\t\treturn 0, fmt.Errorf("total %d of ${index}", total)`,
    `\t}`,
    `\treturn total, nil`,
    `}`,
    ``,
    `type Item${index} struct {`,
    `\tName  string`,
    `\tPrice float64`,
    `}`,
    ``,
    `func (item Item${index}) Label() string { return fmt.Sprintf("%s: %.2f", item.Name, item.Price) }`,
    ``,
  ]);
}

function repeated(lines: number, head: string, part: (index: number) => readonly string[]): string {
  const result = head.split("\n").slice(0, -1);
  for (let index = 0; result.length < lines; index++) result.push(...part(index));
  return `${result.join("\n")}\n`;
}
