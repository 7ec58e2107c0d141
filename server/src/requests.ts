import { MarkupKind } from "vscode-languageserver";
import type { Hover, HoverParams } from "vscode-languageserver";
import { offsetAt } from "./documents.ts";
import { constructPage } from "./features/construct-page.ts";
import { excerptAt } from "./features/excerpt.ts";
import { hoverMarkdown, hoverPlainText, viewHoverMarkdown } from "./features/hover.ts";
import { counterpartView, placeInSource, rangeIn, translationView } from "./features/translation-view.ts";
import type {
  CounterpartParams,
  CounterpartResult,
  ExcerptParams,
  ExcerptResult,
  ExplainParams,
  ExplainResult,
  TranslateParams,
  TranslateResult,
  ViewHoverParams,
  ViewHoverResult,
} from "./protocol/messages.ts";
import { spanIn } from "./session.ts";
import type { Session } from "./session.ts";

/** What stands at a place of a source document. */
export function hover(session: Session, { textDocument: { uri }, position }: HoverParams): Hover | null {
  const text = session.documents.text(uri);
  if (text === undefined || !session.settings.hover.enabled) return null;
  const offset = offsetAt(text, position);
  const answer = session.documents.query("hover", uri, (program) => program.hover(uri, offset));
  if (answer === undefined) return null;
  const contents = session.markdown
    ? { kind: MarkupKind.Markdown, value: hoverMarkdown(answer, session.hoverStyle) }
    : { kind: MarkupKind.PlainText, value: hoverPlainText(answer, session.hoverStyle) };
  return { contents, range: rangeIn(text, answer.span) };
}

/** The document in the other language. */
export function translate(session: Session, { uri }: TranslateParams): TranslateResult | null {
  const text = session.documents.text(uri);
  const known = session.translations.of(uri);
  return text === undefined || known === undefined ? null : translationView(known, text);
}

/** What stands for a range on the other side, of the revision that the client shows. */
export function counterpart(session: Session, params: CounterpartParams): CounterpartResult | null {
  const text = session.documents.text(params.uri);
  const known = session.translations.of(params.uri);
  if (text === undefined || known === undefined || known.revision !== params.revision) return null;
  const isSource = params.side === "source";
  return counterpartView(
    known,
    text,
    isSource ? "source" : "target",
    spanIn(isSource ? text : known.text, params.range),
  );
}

/** The source that a place of a translation stands for, with what its hover says. */
export function viewHover(session: Session, { uri, revision, position }: ViewHoverParams): ViewHoverResult | null {
  const text = session.documents.text(uri);
  const known = session.translations.of(uri);
  if (text === undefined || known === undefined || known.revision !== revision) return null;
  if (!session.settings.hover.enabled) return null;
  const place = placeInSource(known, offsetAt(known.text, position));
  if (place === undefined) return null;
  const answer = session.documents.query("hover", uri, (program) => program.hover(uri, place.offset));
  if (answer === undefined) return null;
  const source = text.getText().slice(place.source.start, place.source.end);
  const contents = viewHoverMarkdown(answer, source, text.languageId, session.hoverStyle);
  return { contents, range: rangeIn(known.text, place.target) };
}

/** Part of a document in the other language: a selection, or what stands at a place. */
export function excerpt(session: Session, { uri, range }: ExcerptParams): ExcerptResult | null {
  const text = session.documents.text(uri);
  const known = session.translations.of(uri);
  if (text === undefined || known === undefined) return null;
  const found = excerptAt(known.translation, text.getText(), spanIn(text, range));
  if (found === undefined) return null;
  const { span, ...rest } = found;
  return { ...rest, language: known.translation.language, range: rangeIn(text, span) };
}

/** The page of a construct, which is named or stands at a place. */
export function explain(session: Session, params: ExplainParams): ExplainResult | null {
  const id = "construct" in params ? params.construct : constructAt(session, params);
  const page = id === undefined ? undefined : session.translator?.page(id);
  return page === undefined ? null : { construct: page.id, title: page.title, markdown: constructPage(page) };
}

function constructAt({ documents }: Session, { uri, position }: Exclude<ExplainParams, { construct: string }>) {
  const text = documents.text(uri);
  if (text === undefined) return undefined;
  const offset = offsetAt(text, position);
  return documents.query("explaining", uri, (program) => program.hover(uri, offset))?.construct.id;
}
