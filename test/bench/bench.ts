/**
 * `npm run bench -- build [--json]`: what the doctests cost a build, and an edit in dev.
 *
 * @module
 */

import { parseArgs } from 'node:util';
import { benchBuild } from './build.ts';
import { benchEdit } from './edit.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '5' } },
});
const [what] = positionals;
if (what !== 'build') {
  console.error('bench build [--json] [--rounds N]');
  process.exit(2);
}
const build = await benchBuild(Number(values.rounds));
const edit = await benchEdit(20);
const within = build.ratio <= build.budget && (edit === null || edit.delay <= edit.budget);
if (values.json) console.log(JSON.stringify({ build, edit, within }, null, 2));
else {
  console.log(
    `build: ${build.withDoctests} ms with TypeScript's doctests, ${build.without} ms without: ${build.ratio} times (budget ${build.budget}); Python adds ${build.python} ms`,
  );
  console.log(
    edit
      ? `edit in dev: ${edit.withDoctests} ms with, ${edit.without} ms without: ${edit.delay} ms later (budget ${edit.budget} ms)`
      : 'edit in dev: NOT MEASURED, no Chromium was found (set CHROMIUM)',
  );
  console.log(within ? 'within budget' : 'OVER BUDGET');
}
process.exitCode = within ? 0 : 1;
