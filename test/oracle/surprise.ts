/**
 * `npm run surprise -- 14 [--django] [--json]`: makes a surprise happen, on the runtime or on
 * real Django, and tells what happened; without a number it lists all of them. Exits with 1
 * where it happens otherwise than recorded or Django is not at hand, with 2 for what it does not
 * understand.
 *
 * @module
 */

import { parseArgs } from 'node:util';
import { startDjangoRecorder } from './django/record.ts';
import { JudgeMissingError } from './judge-missing-error.ts';
import { runCommand } from './run-command.ts';
import {
  type Played,
  playOnDjango,
  playOnRuntime,
  readSurprises,
  type Surprise,
} from './surprises.ts';

function find(surprises: readonly Surprise[], text: string): Surprise {
  const found = surprises.find(({ number }) => String(number) === text);
  if (found) return found;
  throw new Error(
    `There is no surprise ${JSON.stringify(text)}; they are numbered from 1 to ${surprises.length}.`,
  );
}

function describe({ surprise, on, scenes, asRecorded, files }: Played): string {
  const { number, title, expected, because, note, decidedBy, chapter } = surprise;
  const count = scenes.length === 1 ? '1 scene' : `${scenes.length} scenes`;
  return [
    `${number}. ${title}`,
    `You would expect: ${expected}`,
    ...scenes.flatMap((scene) => ['', scene.title, ...scene.told.map((line) => `  ${line}`)]),
    '',
    `Why: ${because}`,
    ...(note === undefined ? [] : [`Note: ${note}`]),
    `Decided by: ${decidedBy.join(', ')}`,
    ...(chapter === undefined ? [] : [`Chapter: ${chapter}`]),
    `To read: ${files.join(', ')}`,
    '',
    `surprise ${number}: ${count} on ${on}, ${asRecorded ? 'as' : 'not as'} recorded on Django 2.2.28`,
  ].join('\n');
}

function list(surprises: readonly Surprise[], asJson: boolean): number {
  if (asJson) console.log(JSON.stringify({ surprises }, null, 2));
  else {
    for (const { number, title } of surprises)
      console.log(`${String(number).padStart(2)}. ${title}`);
    console.log(`surprise: ${surprises.length} of them; npm run surprise -- 14 makes one happen`);
  }
  return 0;
}

async function play(surprise: Surprise, onDjango: boolean): Promise<Played | string> {
  if (!onDjango) return playOnRuntime(surprise);
  try {
    return playOnDjango(surprise, startDjangoRecorder());
  } catch (error) {
    if (error instanceof JudgeMissingError) return error.message;
    throw error;
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      django: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const surprises = readSurprises();
  const [text, ...rest] = positionals;
  if (rest.length > 0) throw new Error('One surprise at a time: give a single number.');
  if (text === undefined) {
    if (values.django) throw new Error('Say which surprise: npm run surprise -- 14 --django.');
    return list(surprises, values.json);
  }
  const played = await play(find(surprises, text), values.django);
  if (typeof played === 'string') {
    console.error(`surprise: not played on real Django; ${played}`);
    return 1;
  }
  const { surprise, ...happened } = played;
  console.log(
    values.json ? JSON.stringify({ ...surprise, ...happened }, null, 2) : describe(played),
  );
  return played.asRecorded ? 0 : 1;
}

await runCommand(main);
