/**
 * What is read once for all pages that show sources: the runtime's tags, the recorded places and
 * counts, and the Django that this machine has. The only module that knows where they are.
 *
 * @module
 */

import { existsSync, readFileSync } from 'node:fs';
import { InstalledSource } from '../../src/models/installed-source.ts';
import { Places } from '../../src/models/places.ts';
import { TagIndex } from '../../src/models/tag-index.ts';

/** How many recorded cases there are, and how many pass through each function and class. */
export interface Passes {
  cases: number;
  passes: Record<string, number>;
}

const root = process.cwd();
const fixture = process.env.ROUND_TRIP_CONTENT?.replace(/^\.\//, '');
const folder = `${root}/${fixture ?? 'test/oracle/recordings'}`;

/** The tags of the runtime. */
export const tags = new TagIndex(root, fixture ? `${fixture}/port` : 'src/runtime');

/** Where names of Python are defined. */
export const places = Places.read(folder);

/** The source of Django, where this machine has it. */
export const source = InstalledSource.find(root);

/** The counts. */
export const passes = readJson<Passes>(`${folder}/passes.json`) ?? { cases: 0, passes: {} };

/** The address of this project's files, `https://…/`, from package.json; undefined while there is none. */
export const repository = filesOf(
  readJson<{ repository?: string | { url: string } }>(`${root}/package.json`)?.repository,
);

/** Where a repository that `package.json` names shows its files. */
export function filesOf(named: string | { url: string } | undefined): string | undefined {
  const url = typeof named === 'string' ? named : named?.url;
  const address = url?.replace(/^git\+/, '').replace(/\.git$/, '');
  return address?.startsWith('https://') ? `${address}/blob/main/` : undefined;
}

function readJson<Value>(path: string): Value | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Value) : undefined;
}
