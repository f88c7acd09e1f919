/**
 * The source of the functions that a request passes through, as the site serves it module by module.
 *
 * @module
 */

/** The text of a function. */
export interface SourceText {
  /** Its file: from the project's root, or from that of its repository. */
  file: string;
  /** The line on which it begins, from 1. */
  first: number;
  code: string;
}

/** A function in both languages. */
export interface FunctionSource {
  /** More than one where several of the runtime's functions stand for one of Python's. */
  typescript: SourceText[];
  /** Python's; without `code` where the site was built without Django's source. */
  python?: Omit<SourceText, 'code'> & { code?: string; address?: string };
}

/** By Python's name, for one module of Python. */
export type ModuleSources = Record<string, FunctionSource>;

/** Where a module's sources are, from the site's root. */
export function pathOfSources(module: string): string {
  return `/workshop/sources/${module}.json`;
}

/** The module of a name. */
export function moduleOfName(name: string): string {
  return name.slice(0, name.indexOf(':'));
}

/** The text in which a line stands; the first where no line is known. */
export function textAt(
  texts: readonly SourceText[],
  line: number | undefined,
): SourceText | undefined {
  const has = ({ first, code }: SourceText): boolean =>
    line !== undefined && line >= first && line < first + code.split('\n').length;
  return texts.find(has) ?? texts[0];
}
