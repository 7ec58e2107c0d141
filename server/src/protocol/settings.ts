/** The settings that the server goes by. A leaf, as messages.ts is. */
export interface Settings {
  readonly hover: {
    readonly enabled: boolean;
    /** `short` leaves out notes and references. */
    readonly detail: "short" | "full";
  };
  readonly codeActions: { readonly enabled: boolean };
  readonly completions: { readonly enabled: boolean };
  readonly inlayHints: { readonly signatures: boolean };
  readonly codeLens: { readonly enabled: boolean };
}

/** What holds where the client says nothing. */
export const defaultSettings: Settings = {
  hover: { enabled: true, detail: "short" },
  codeActions: { enabled: true },
  completions: { enabled: true },
  inlayHints: { signatures: false },
  codeLens: { enabled: false },
};

/** The settings in what a client sends, which may be anything: what is missing or of another type is as by default. */
export function readSettings(sent: unknown): Settings {
  return read(defaultSettings, sent) as Settings;
}

function read(expected: unknown, sent: unknown): unknown {
  if (typeof expected !== "object" || expected === null) return typeof sent === typeof expected ? sent : expected;
  const given = typeof sent === "object" && sent !== null ? (sent as Readonly<Record<string, unknown>>) : {};
  return Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, read(value, given[name])]));
}
