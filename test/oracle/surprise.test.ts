import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { SURPRISES } from '#runtime/examples/surprises/all';
import { recordingOf } from './model.ts';
import { playOnDjango, playOnRuntime, readSurprises, type Surprise } from './surprises.ts';

const CONTENT = join(import.meta.dirname, '../../content');
const PYTHON = join(import.meta.dirname, 'django/surprises');

const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(join(CONTENT, name), 'utf8')) as unknown;

function surprise(number: number): Surprise {
  const found = readSurprises().find((row) => row.number === number);
  if (found === undefined) throw new Error(`There is no surprise ${number}.`);
  return found;
}

/** What the command prints and its exit code. */
function run(args: string[], more: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'surprise.ts'), ...args],
    { encoding: 'utf8', env: { ...process.env, ...more } },
  );
  return { status, stdout, stderr };
}

/** The titles that a Python module gives its scenes. */
function titlesInPython(number: number): string[] {
  const [file = ''] = globSync(`${String(number).padStart(2, '0')}_*.py`, { cwd: PYTHON });
  const text = readFileSync(join(PYTHON, file), 'utf8');
  return Array.from(text.matchAll(/^@scene\("(.*)"\)$/gm), ([, title = '']) => title);
}

describe('the list of surprises', () => {
  it('is what its schema says, numbered from 1 to 36', () => {
    const schema = z.fromJSONSchema(readJson('surprises.schema.json') as z.core.JSONSchema.Schema);
    expect(schema.safeParse(readJson('surprises.json')).error).toBeUndefined();
    expect(readSurprises().map(({ number }) => number)).toEqual(
      Array.from({ length: 36 }, (_, index) => index + 1),
    );
  });

  it.each(readSurprises())('has scenes for $number, the same ones in both languages', (row) => {
    const titles = Object.keys(SURPRISES.get(row.number) ?? {});
    expect(titles.length).toBeGreaterThan(0);
    expect(titlesInPython(row.number)).toEqual(titles);
  });
});

describe('a surprise that is played', () => {
  it('tells what happens, and that it is what is recorded', async () => {
    const { on, scenes, asRecorded, files } = await playOnRuntime(surprise(6));
    expect({ on, asRecorded }).toEqual({ on: 'the runtime', asRecorded: true });
    expect(scenes[1]).toEqual({
      title: 'a view returns text, and there is no layer',
      told: [
        "AttributeError: 'str' object has no attribute '_closable_objects' reaches the server",
      ],
    });
    expect(files).toEqual([
      'src/runtime/examples/surprises/06-a-response-that-is-none.ts',
      'test/oracle/django/surprises/06_a_response_that_is_none.py',
    ]);
  });

  it('on real Django is told from one that is as recorded', () => {
    const played = playOnDjango(surprise(6), (file) =>
      recordingOf(file, {
        python: '3.11.7',
        django: '2.2.28',
        outs: file.cases.map(() => ({ told: ['nothing'] })),
      }),
    );
    expect(played.on).toBe('Django 2.2.28 on CPython 3.11.7');
    expect(played.asRecorded).toBe(false);
    expect(played.scenes.map(({ told }) => told)).toEqual([['nothing'], ['nothing'], ['nothing']]);
  });
});

describe('npm run surprise', () => {
  it('tells a surprise in lines, what one would expect and why it is so', () => {
    const { status, stdout, stderr } = run(['11']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(
      '11. process_view that returns False skips the view, and breaks the request.\n' +
        'You would expect: Whatever is falsy counts as None: the view is called.\n\n' +
        "it returns None\n  the view is called\n  200 OK: 'hello'\n\n" +
        "it returns False\n  AttributeError: 'bool' object has no attribute '_closable_objects' reaches the server\n\n" +
        'Why: The loop over view hooks stops at a true value, but the view is called only where the last answer is None.\n' +
        'Decided by: django/core/handlers/base.py:107, django/core/handlers/base.py:110\n' +
        'Chapter: 3-django-code/the-chain-of-middleware#view-hook-false\n' +
        'To read: src/runtime/examples/surprises/11-falsy-process-view.ts, test/oracle/django/surprises/11_falsy_process_view.py\n\n' +
        'surprise 11: 2 scenes on the runtime, as recorded on Django 2.2.28\n',
    );
  });

  it('lists all of them without a number, each with a line', () => {
    const lines = run([]).stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(37);
    expect(lines[0]).toBe(' 1. Settings are read at the first touch, and copied then.');
    expect(lines[36]).toBe('surprise: 36 of them; npm run surprise -- 14 makes one happen');
  });

  it('speaks JSON', () => {
    const one = JSON.parse(run(['13', '--json']).stdout) as Record<string, unknown>;
    expect(one).toMatchObject({ number: 13, on: 'the runtime', asRecorded: true });
    const all = JSON.parse(run(['--json']).stdout) as { surprises: unknown[] };
    expect(all.surprises).toHaveLength(36);
  });

  it.each([
    [['0'], 'There is no surprise "0"; they are numbered from 1 to 36.\n'],
    [['037'], 'There is no surprise "037"; they are numbered from 1 to 36.\n'],
    [['settings'], 'There is no surprise "settings"; they are numbered from 1 to 36.\n'],
    [['1', '2'], 'One surprise at a time: give a single number.\n'],
    [['--django'], 'Say which surprise: npm run surprise -- 14 --django.\n'],
  ])('refuses %j with a sentence', (args, message) => {
    expect(run(args)).toEqual({ status: 2, stdout: '', stderr: message });
  });

  it('says in a line how to get real Django where it is not at hand', () => {
    expect(run(['3', '--django'], { ORACLE_PYTHON: '/nowhere' })).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'surprise: not played on real Django; ORACLE_PYTHON names /nowhere, which is no CPython 3.6 to 3.11\n',
    });
  });
});
