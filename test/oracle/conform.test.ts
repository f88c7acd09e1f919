import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { QueryDict } from '#runtime/django/http';
import { indexFrom } from '#runtime/django/urls/walk';
import { generateCases } from './cases/generate.ts';
import { conform } from './compare.ts';
import { readDifferences } from './differences.ts';
import { readCases, readRecording, recordingPath, recordingText, writeRecording } from './files.ts';
import type { Recording } from './model.ts';
import { SUITE_NAMES, type SuiteName } from './suites.ts';
import { readNotCompared } from '#trace/subject';

const folder = mkdtempSync(join(tmpdir(), 'oracle-'));

afterAll(() => rmSync(folder, { recursive: true }));

/** The recording of a suite without the cases that start processes, with another outcome for one. */
function changed(suite: SuiteName, id: string, field: string): Recording {
  const whole = readRecording(recordingPath(suite));
  const recording = { ...whole, cases: whole.cases.filter((held) => !('command' in held.in)) };
  const entry = recording.cases.find((held) => held.in.id === id);
  if (entry === undefined) throw new Error(`Suite ${suite} has no case ${id}.`);
  entry.out[field] = 'something else';
  return recording;
}

/** What the command prints and its exit code. */
function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const command = join(import.meta.dirname, 'conform.ts');
  return spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
}

describe.each(SUITE_NAMES)('the recording of %s', (suite) => {
  it('is what the runtime does', async () => {
    const { total, passed, failed } = await conform(readRecording(recordingPath(suite)));
    expect(failed).toEqual([]);
    expect(passed).toBe(total);
  });

  it('holds the cases that the generator makes', () => {
    expect(readCases(recordingPath(suite))).toEqual(generateCases(suite));
  });

  it('is written one case a line', () => {
    const text = readFileSync(recordingPath(suite), 'utf8');
    expect(text).toBe(recordingText(readRecording(recordingPath(suite))));
  });
});

describe('a suite', () => {
  it('has as many cases as the README says', () => {
    const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
    for (const suite of SUITE_NAMES) {
      const { length } = generateCases(suite).cases;
      expect(readme).toContain(`**${suite}**, ${length} ${length === 1 ? 'case' : 'cases'}:`);
    }
  });
});

describe('the schema of the files', () => {
  it('names the suites of the table', () => {
    const text = readFileSync(join(import.meta.dirname, 'schema.json'), 'utf8');
    const schema = JSON.parse(text) as { definitions: { suite: { enum: string[] } } };
    expect(new Set(schema.definitions.suite.enum)).toEqual(new Set(SUITE_NAMES));
  });
});

describe('a changed recording', () => {
  it.each([
    ['wsgiref-handler', 'result/list-6', 'wire'],
    ['wsgiref-handler', 'request/GET', 'log'],
    ['wsgiref-values', 'guess_scheme/1', 'value'],
    ['django-dates', 'http_date/1', 'value'],
    ['django-etags', 'quote_etag/1', 'value'],
    ['django-uris', 'iri_to_uri/1', 'value'],
    ['django-querydict', 'read/9', 'steps'],
    ['django-cookies', 'parse/8', 'value'],
    ['django-headers', 'value/1', 'steps'],
    ['django-host', 'header/1', 'steps'],
    ['django-multipart', 'whole/1', 'steps'],
    ['django-lifecycle', 'setup/twice', 'events'],
    ['django-middleware', 'golden/normal/mixin', 'events'],
    ['django-urls', 'chosen/3', 'tried'],
    ['django-urls', 'chosen/9', 'value'],
  ] as const)('of %s is noticed at case %s in its %s', async (suite, id, field) => {
    const { failed } = await conform(changed(suite, id, field));
    expect(failed.map((failure) => failure.id)).toEqual([id]);
    expect(failed[0]?.differences.map((difference) => difference.field)).toEqual([field]);
  });

  it('of a surprise is noticed in the scene that tells something else', async () => {
    const recording = changed('django-pitfalls', '14/the server forgets to', 'told');
    const cases = recording.cases.filter(({ in: { surprise } }) => surprise === 14);
    const { failed, passed } = await conform({ ...recording, cases });
    expect(failed.map(({ id }) => id)).toEqual(['14/the server forgets to']);
    expect(passed).toBe(1);
  });

  it('is noticed in what its cases share, by those that name it', async () => {
    const recording = readRecording(recordingPath('django-urls'));
    const { failed } = await conform({ ...recording, shared: { ...recording.shared, root: {} } });
    expect(failed.length).toBeGreaterThan(5);
    expect(failed.every(({ id }) => id.startsWith('root/'))).toBe(true);
  });

  it('makes the command name the case and exit with 1', () => {
    const path = join(folder, 'changed.json');
    writeRecording(path, changed('wsgiref-values', 'guess_scheme/1', 'value'));
    const { status, stdout } = run(path, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      suites: [{ name: 'wsgiref-values', passed: 299, failed: [{ id: 'guess_scheme/1' }] }],
    });
  });

  it('that nothing can run makes the command say so and exit with 2', () => {
    const path = join(folder, 'unknown.json');
    const recording = readRecording(recordingPath('wsgiref-values'));
    const unknown = { in: { id: 'odd', subject: 'dance' }, out: {} };
    writeRecording(path, { ...recording, cases: [unknown] });
    const { status, stderr } = run(path);
    expect(status).toBe(2);
    expect(stderr).toBe('A case names the subject "dance", which the replay does not know.\n');
  });

  it('is refused when its format is another', () => {
    const path = join(folder, 'format.json');
    const recording = readRecording(recordingPath('wsgiref-values'));
    writeRecording(path, { ...recording, format: 2 as 1 });
    expect(() => readRecording(path)).toThrow('has format 2; this is for format 1');
  });
});

describe('the addresses', () => {
  it.each([
    ['by an index wherever there are patterns', 0],
    ['walked as Django walks them', Number.POSITIVE_INFINITY],
  ])('are as recorded %s', async (_, count) => {
    const restore = indexFrom(count);
    try {
      const { failed, passed } = await conform(readRecording(recordingPath('django-urls')));
      expect(failed).toEqual([]);
      expect(passed).toBe(3000);
    } finally {
      restore();
    }
  });
});

describe('a changed runtime', () => {
  it('is noticed in every case that sees the change', async () => {
    const original = QueryDict.prototype.urlencode;
    QueryDict.prototype.urlencode = function urlencode(safe = '') {
      return original.call(this, safe).replaceAll('%2F', '/');
    };
    try {
      const { failed } = await conform(readRecording(recordingPath('django-querydict')));
      expect(failed.map(({ id }) => id)).toContain('urlencode/2');
      expect(failed.length).toBeLessThan(20);
    } finally {
      QueryDict.prototype.urlencode = original;
    }
  });
});

describe('a deliberate difference', () => {
  it('is explained under its name', () => {
    const text = readFileSync(join(import.meta.dirname, 'DIFFERENCES.md'), 'utf8');
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    const names = [...readDifferences(), ...readNotCompared()].map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set(headings));
  });

  it('names cases that there are', () => {
    const missing = readDifferences().flatMap(({ suite, cases }) => {
      const ids = new Set(generateCases(suite).cases.map(({ id }) => id));
      return cases.filter((id) => !ids.has(id));
    });
    expect(missing).toEqual([]);
  });

  it('leaves all other fields compared', async () => {
    const { failed } = await conform(
      changed('wsgiref-handler', 'restart/late after write', 'wire'),
    );
    expect(failed.map(({ differences }) => differences.map(({ field }) => field))).toEqual([
      ['wire'],
    ]);
  });

  it('fails once there is no difference any more', async () => {
    const outdated = [
      {
        name: 'gone',
        suite: 'wsgiref-values' as const,
        cases: ['guess_scheme/1'],
        fields: ['value'],
      },
      ...readDifferences(),
    ];
    const { failed } = await conform(readRecording(recordingPath('wsgiref-values')), outdated);
    expect(failed).toEqual([{ id: 'guess_scheme/1', differences: [], outdated: 'gone' }]);
  });
});
