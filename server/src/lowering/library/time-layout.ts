/*
 * Formats of times: Python's directives (`%Y-%m-%d`) and Go's layouts, which write the reference time (`2006-01-02`).
 */

/** What each directive is in a layout that writes times. */
const written: Readonly<Record<string, string>> = {
  Y: "2006",
  y: "06",
  m: "01",
  d: "02",
  H: "15",
  I: "03",
  M: "04",
  S: "05",
  p: "PM",
  b: "Jan",
  h: "Jan",
  B: "January",
  a: "Mon",
  A: "Monday",
  j: "002",
  z: "-0700",
  Z: "MST",
  e: "_2",
  F: "2006-01-02",
  T: "15:04:05",
  R: "15:04",
  D: "01/02/06",
  c: "Mon Jan _2 15:04:05 2006",
  x: "01/02/06",
  X: "15:04:05",
  "-d": "2",
  "-m": "1",
  "-I": "3",
  "-M": "4",
  "-S": "5",
  "%": "%",
};

/** When times are read, Python takes one digit or two. */
const read: Readonly<Record<string, string>> = { m: "1", d: "2", I: "3", M: "4", S: "5" };

const directive = /%(-?[a-zA-Z%])/g;

/** A format of `strftime` (or, when `parsing`, of `strptime`) as a layout; undefined where a layout cannot say it. */
export function goLayout(format: string, parsing: boolean): string | undefined {
  const parts = format.split(directive);
  let layout = "";
  for (const [position, part] of parts.entries()) {
    if (position % 2 === 0) {
      if (/[0-9]|Jan|Mon|MST|PM|pm|Z07|_2/.test(part)) return undefined;
      layout += part;
    } else if (part === "f") {
      if (!/[.,]$/.test(layout)) return undefined;
      layout += parsing ? "999999" : "000000";
    } else {
      const isAlone = parts[position - 1] !== "" || position === 1;
      const isLast = parts[position + 1] !== "" || position === parts.length - 2;
      const text = (parsing && isAlone && isLast ? read[part] : undefined) ?? written[part];
      if (text === undefined) return undefined;
      layout += text;
    }
  }
  return layout;
}

const elements: readonly (readonly [element: string, directive: string])[] = [
  ["January", "%B"],
  ["Jan", "%b"],
  ["Monday", "%A"],
  ["Mon", "%a"],
  ["MST", "%Z"],
  ["2006", "%Y"],
  ["-0700", "%z"],
  [".000000", ".%f"],
  ["002", "%j"],
  ["01", "%m"],
  ["02", "%d"],
  ["03", "%I"],
  ["04", "%M"],
  ["05", "%S"],
  ["06", "%y"],
  ["15", "%H"],
  ["PM", "%p"],
  ["_2", "%e"],
  ["1", "%-m"],
  ["2", "%-d"],
  ["3", "%-I"],
  ["4", "%-M"],
  ["5", "%-S"],
];

/** A layout as a format of `strftime`; undefined where the format cannot say it. */
export function pythonFormat(layout: string, parsing: boolean): string | undefined {
  let format = "";
  let rest = layout;
  while (rest !== "") {
    if (/^(Z07|-07(?!00)|-07:|[.,]0+(?!\d)|[.,]9+)/.test(rest) && !rest.startsWith(".000000")) return undefined;
    const found = elements.find(([element]) => rest.startsWith(element));
    if (found) format += parsing ? found[1].replace("-", "").replace("%e", "%d") : found[1];
    else if (/^\d/.test(rest)) return undefined;
    else format += rest.startsWith("%") ? "%%" : rest[0]!;
    rest = rest.slice(found ? found[0].length : 1);
  }
  return format;
}
