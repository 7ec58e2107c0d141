import { readGrammars } from "../../server/src/node/assets.ts";
import { Grammars } from "../../server/src/syntax/grammars.ts";

let loading: Promise<Grammars> | undefined;

/** The grammars of the installation, loaded once for all tests of a process. */
export function grammars(): Promise<Grammars> {
  loading ??= readGrammars().then((bytes) => Grammars.load(bytes));
  return loading;
}
