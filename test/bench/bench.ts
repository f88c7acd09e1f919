/**
 * `npm run bench -- build [--json]`: what the doctests cost a build, and an edit in dev.
 * `npm run bench -- runtime [--json]`: the runtime beside real Django.
 * `npm run bench -- workshop [--json]`: how long a reader of the built site waits for what.
 *
 * @module
 */

import { parseArgs } from 'node:util';
import { benchBuild } from './build.ts';
import { benchEdit } from './edit.ts';
import { benchRuntime, describe } from './runtime.ts';
import { benchWorkshop, describeWorkshop } from './workshop.ts';

const USAGE = 'bench build|runtime|workshop [--json] [--rounds N] [--requests N]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    requests: { type: 'string', default: '1000000' },
  },
});

interface Outcome {
  figures: object;
  lines: string[];
  within: boolean;
}

async function build(): Promise<Outcome> {
  const build = await benchBuild(Number(values.rounds ?? 5));
  const edit = await benchEdit(20);
  return {
    figures: { build, edit },
    lines: [
      `build: ${build.withDoctests} ms with TypeScript's doctests, ${build.without} ms without: ${build.ratio} times (budget ${build.budget}); Python adds ${build.python} ms`,
      edit
        ? `edit in dev: ${edit.withDoctests} ms with, ${edit.without} ms without: ${edit.delay} ms later (budget ${edit.budget} ms)`
        : 'edit in dev: NOT MEASURED, no Chromium was found (set CHROMIUM)',
    ],
    within: build.ratio <= build.budget && (edit === null || edit.delay <= edit.budget),
  };
}

async function runtime(): Promise<Outcome> {
  const rounds = Number(values.rounds ?? 11);
  const found = await benchRuntime({ rounds, requests: Number(values.requests) });
  return {
    figures: found,
    lines: [...describe(found), ...found.shortfalls],
    within: found.shortfalls.length === 0,
  };
}

async function workshop(): Promise<Outcome> {
  const found = await benchWorkshop(Number(values.rounds ?? 5));
  return {
    figures: found,
    lines: [...describeWorkshop(found), ...found.shortfalls],
    within: found.shortfalls.length === 0,
  };
}

const BENCHES: Record<string, () => Promise<Outcome>> = { build, runtime, workshop };

const [what = ''] = positionals;
const bench = BENCHES[what];
if (bench === undefined) {
  console.error(USAGE);
  process.exit(2);
}
const { figures, lines, within } = await bench();
if (values.json) console.log(JSON.stringify({ ...figures, within }, null, 2));
else console.log([...lines, within ? 'within budget' : 'OVER BUDGET'].join('\n'));
process.exitCode = within ? 0 : 1;
