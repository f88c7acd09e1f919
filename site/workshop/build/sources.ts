/**
 * Reads the sources of all functions that report their calls: the runtime's and the workshop's
 * TypeScript by their tags, Django's Python where this machine has it.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionAt } from '../../../src/models/definition.ts';
import { permalink } from '../../../src/models/permalinks.ts';
import { nameOf, TagIndex } from '../../../src/models/tag-index.ts';
import { places, source, tags } from '../../source/recorded.ts';
import type { FunctionSource, ModuleSources } from '../stepper/sources.ts';

const root = process.cwd();
const MYSITE = 'site/workshop/programs/traced/mysite';
const mysite = new TagIndex(root, MYSITE);

/** What cannot be called. */
const NO_FUNCTION = /^(?:export )?(?:default )?(?:abstract )?(?:class|interface|type) /;

/** The sources of each module of Python, by its name. */
export function sourcesByModule(): Map<string, ModuleSources> {
  const found = new Map<string, ModuleSources>();
  for (const tagged of [...tags.all(), ...mysite.all()]) {
    const { module, file, first, code } = tagged;
    if (NO_FUNCTION.test(code)) continue;
    const sources = found.get(module) ?? {};
    const name = nameOf(tagged);
    const own = (sources[name] ??= { typescript: [], ...pythonOf(name) });
    own.typescript.push({ file, first, code });
    found.set(module, sources);
  }
  return found;
}

function pythonOf(name: string): Pick<FunctionSource, 'python'> {
  if (name.startsWith('mysite.')) return { python: ownPython(name) };
  const place = places.of(name);
  if (!place) return {};
  const { file, line, hash } = place;
  const lines = source?.lines(file);
  const text = lines && definitionAt(lines, line, hash);
  const address = permalink(file, text?.first ?? line, text?.last);
  return {
    python: { file, first: text?.first ?? line, address, ...(text && { code: text.code }) },
  };
}

/** @throws an `Error` for a tag whose function is not in the file of Python beside it. */
function ownPython(name: string): NonNullable<FunctionSource['python']> {
  const [module = '', qualname = ''] = name.split(':');
  const file = `${MYSITE}/${module.slice('mysite.'.length)}.py`;
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  let start = -1;
  for (const part of qualname.split('.').filter((part) => part !== '<locals>')) {
    const begins = new RegExp(`^ *(?:def|class) ${part}\\b`);
    start = lines.findIndex((line, index) => index > start && begins.test(line));
    if (start === -1) throw new Error(`${file} has no ${qualname}.`);
  }
  const margin = (lines[start] ?? '').search(/\S/);
  const inside = new RegExp(`^(?: {${margin + 1},}\\S|$)`);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => !inside.test(line));
  const code = [lines[start], ...rest.slice(0, end === -1 ? rest.length : end)]
    .map((line = '') => line.slice(margin))
    .join('\n');
  return { file, first: start + 1, code: code.trimEnd() };
}
