/** The two languages that Interlinear reads and writes. */
export type Language = "python" | "go";

/** The language that a text in `language` is translated to. */
export function otherLanguage(language: Language): Language {
  return language === "python" ? "go" : "python";
}

/** The name people use for the language. */
export function languageName(language: Language): string {
  return language === "python" ? "Python" : "Go";
}
