/**
 * `npm run doctest -- [FILTER | CLAIM | RULE] [--json] [--fix] [--mutate] [--mutate=runtime]`
 *
 * @module
 */

import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import type { BookOptions } from '../book.ts';
import { Engine } from '../engine.ts';
import { describe } from '../failure.ts';
import { summarize, summaryLine } from '../report/summary.ts';
import { fixBook } from './fix.ts';
import { mutateExpectations } from './mutate-expectations.ts';
import { mutateRuntime } from './mutate-runtime.ts';
import type { MutationReport } from './mutation-report.ts';
import { proveClaim } from './prove-claim.ts';
import { carrierOfRule, proveRule } from './prove-rule.ts';

const USAGE = `doctest [FILTER | CLAIM | RULE] [--json] [--fix] [--mutate] [--mutate=runtime]

  FILTER            only chapters and exercises whose path contains it
  CLAIM             the proof of one claim of the ledger, such as B17
  RULE              the evidence of one rule, such as PEP-57
  --json            one object on standard output, nothing else
  --fix             rewrite expectations that differ, by exact place; never in CI
  --mutate          change every expectation in turn: each must fail
  --mutate=runtime  break every function that chapters enter: a chapter must fail
  --book FILE       the module that exports \`book\`; doctest.config.ts unless said`;

interface Options {
  filter?: string;
  json: boolean;
  fix: boolean;
  mutate?: string;
  book: string;
}

/** Runs the command and returns its exit code. */
export async function main(args: string[]): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  const { book } = (await import(pathToFileURL(resolve(options.book)).href)) as {
    book: BookOptions;
  };
  const engine = new Engine(book);
  try {
    return await run(engine, options);
  } finally {
    await engine.close();
  }
}

function readOptions(args: string[]): Options {
  const words = args.map((word) => (word === '--mutate' ? '--mutate=expectations' : word));
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      fix: { type: 'boolean', default: false },
      mutate: { type: 'string' },
      book: { type: 'string', default: 'doctest.config.ts' },
    },
  });
  const [filter, ...more] = positionals;
  if (more.length > 0)
    throw new Error(
      `One filter at most, but there are ${positionals.length}: ${positionals.join(' ')}`,
    );
  if (values.mutate !== undefined && !['expectations', 'runtime'].includes(values.mutate)) {
    throw new Error(`--mutate=${values.mutate} is unknown: --mutate or --mutate=runtime.`);
  }
  const { json, fix, mutate, book } = values;
  return {
    json,
    fix,
    book,
    ...(filter !== undefined && { filter }),
    ...(mutate !== undefined && { mutate }),
  };
}

async function run(engine: Engine, { filter, json, fix, mutate }: Options): Promise<number> {
  const claim = engine.ledger()?.claims.find(({ id }) => id === filter);
  if (claim) return proveClaim(engine, claim, json);
  const carrier = filter === undefined ? undefined : carrierOfRule(engine, filter);
  if (filter !== undefined && carrier) return proveRule(engine, carrier, filter, json);
  const files = [...engine.files(), ...engine.exercises.files()].filter(
    (file) => !filter || file.includes(filter),
  );
  if (files.length === 0) {
    console.error(
      `No path of a chapter or an exercise contains "${filter}", and no claim has that id.`,
    );
    return 2;
  }
  if (mutate !== undefined) {
    const change = mutate === 'runtime' ? mutateRuntime : mutateExpectations;
    return showMutations(await change(engine, files), json);
  }
  if (fix) return fixBook(engine, files, json);
  const report = await engine.check(files);
  const summary = summarize(report);
  if (json) console.log(JSON.stringify(summary, null, 2));
  else console.log([...report.failures.map(describe), summaryLine(summary)].join('\n'));
  return summary.failed.length === 0 ? 0 : 1;
}

function showMutations(report: MutationReport, json: boolean): number {
  const { mutants, killed, survivors, untried = [] } = report;
  if (json) console.log(JSON.stringify(report, null, 2));
  else {
    for (const { what, reason } of untried) console.log(`not tried: ${what}; ${reason}`);
    for (const { file, line, what } of survivors) console.log(`${file}:${line}  survived: ${what}`);
    console.log(
      `${mutants} ${mutants === 1 ? 'mutant' : 'mutants'}, ${killed} killed, ${survivors.length} survived`,
    );
  }
  if (untried.length > 0 && process.env.CI) return 1;
  return survivors.length === 0 ? 0 : 1;
}
