/**
 * Thrown by a lift or a lowering that finds something it must not translate. The engine catches it at the nearest expression (lifting) or
 * statement (lowering), keeps the source there as a comment and reports a mark. `code` is stable and hyphenated, `message` one plain sentence
 * that says what is not translated and what people write instead.
 */
export class Untranslatable extends Error {
  override readonly name = "Untranslatable";
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
