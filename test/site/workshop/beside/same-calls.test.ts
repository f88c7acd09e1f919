import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparedNames } from '#trace/subject';
import { compareCalls } from '../../../../site/workshop/beside/compared.ts';
import { REQUESTS, toSiteRequest } from '../../../../site/workshop/beside/requests.ts';
import { bundle } from '../../../../site/workshop/build/bundle.ts';
import type { Interpreter } from '../../../../site/workshop/programs/python/interpreter.ts';
import type { TwinAnswer } from '../../../../site/workshop/programs/traced/demo-answer.ts';
import type { SentRequest } from '../../../../site/workshop/stepper/setup.ts';
import { readWheels, startPython } from '../python/start-python.ts';

const wheels = readWheels();
const SQLITE = 'node_modules/@sqlite.org/sqlite-wasm/dist/sqlite3.wasm';

type Twin = (message: unknown) => Promise<TwinAnswer>;

/** Pages that the runtime words by itself, as `test/oracle/DIFFERENCES.md` says. */
const OWN_PAGES = ['A form without its token'];

describe.skipIf(!wheels)('real Django and the runtime, asked the same in a page', () => {
  const subject = comparedNames();
  let folder: string;
  let django: Interpreter;
  let twin: Twin;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'twin-'));
    const text = await bundle({
      entry: 'site/workshop/programs/twin.ts',
      format: 'esm',
      traced: true,
    });
    await writeFile(join(folder, 'twin.mjs'), text);
    const module = (await import(pathToFileURL(join(folder, 'twin.mjs')).href)) as {
      default: Twin;
    };
    twin = module.default;
    const sqlite = await readFile(SQLITE);
    await twin({ sqlite: new Uint8Array(sqlite).buffer });
    django = await startPython(wheels, { django: true });
    django.openSite();
  });

  afterAll(() => rm(folder, { recursive: true }));

  it.each(REQUESTS.map(({ words, request }): [string, SentRequest] => [words, request]))(
    'make the same calls and the same events: %s',
    async (words, request) => {
      const real = django.ask(toSiteRequest(request));
      const own = await twin({ request });
      const { rows } = compareCalls(real.calls, own.calls, subject);
      expect(rows.filter(({ kind }) => kind !== 'same')).toEqual([]);
      expect(rows.length).toBeGreaterThan(50);
      expect(own.events).toEqual(real.events);
      expect(own.status).toBe(real.status);
      if (OWN_PAGES.includes(words)) return;
      expect(own.headers).toEqual(real.headers);
      expect(own.body).toBe(real.body);
    },
  );

  it('begin each time with the same database', async () => {
    const request: SentRequest = {
      method: 'POST',
      path: '/visits/count/',
      headers: [],
      body: '',
    };
    const real = [1, 2].map(() => django.ask(toSiteRequest(request)));
    const own = [await twin({ request }), await twin({ request })];
    expect(real[1]).toEqual(real[0]);
    expect(own[1]).toEqual(own[0]);
  });
});
