/**
 * A site on the disk, with a `manage.ts` that is run as a process of its own.
 *
 * @module
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RUNTIME = fileURLToPath(new URL('../../../src/runtime/', import.meta.url));

/** A module of the runtime, as a file on the disk imports it. */
export const runtime = (module: string): string => JSON.stringify(join(RUNTIME, `${module}.ts`));

/** The text of a URLconf with one view. */
export const urlsSaying = (text: string): string => `
import { HttpResponse } from ${runtime('django/http')};
import { path } from ${runtime('django/urls')};
export const urlpatterns = [path('', () => new HttpResponse(${JSON.stringify(text)}))];
`;

const SETTINGS = `
export const SECRET_KEY = 'x';
export const DEBUG = true;
export const ROOT_URLCONF = 'mysite.urls';
export const INSTALLED_APPS = ['django.contrib.staticfiles', 'polls'];
export const STATIC_URL = '/static/';
export const TIME_ZONE = 'UTC';
`;

/** The text of settings under which a logger tells everything. */
export const settingsTelling = (logger: string): string => `${SETTINGS}
export const LOGGING = {
  version: 1,
  disable_existing_loggers: false,
  handlers: { out: { class: 'logging.StreamHandler' } },
  loggers: { '${logger}': { level: 'DEBUG', handlers: ['out'], propagate: false } },
};
`;

const FILES: Record<string, string> = {
  'manage.ts': `
import { manage } from ${runtime('adapters/manage')};
import { registerProject } from ${runtime('adapters/project-modules')};
import { environ } from ${runtime('os')};
registerProject(import.meta.dirname);
environ()['DJANGO_SETTINGS_MODULE'] ??= 'mysite.settings';
await manage();
`,
  'mysite/settings.ts': SETTINGS,
  'mysite/urls.ts': urlsSaying('one'),
  'polls/index.ts': 'export const name = 1;\n',
  'polls/static/a.css': 'body {}\n',
};

/** A process of the site, with what it has printed. */
export interface SiteProcess {
  child: ChildProcess;
  printed(): string;
  /** Resolves with all that was printed when it holds a text as often as told, or the process has ended. */
  until(text: string, times?: number): Promise<string>;
  /** Resolves with the exit status. */
  ended: Promise<number | null>;
}

/** A site in a folder that goes when the test is over. */
export class Project {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'round-trip-'));
  readonly #processes: SiteProcess[] = [];

  constructor(more: Record<string, string> = {}) {
    for (const [path, text] of Object.entries({ ...FILES, ...more })) this.write(path, text);
  }

  /** Writes a file, as an editor would. */
  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Starts `manage.ts` with a command line. */
  manage(...words: string[]): SiteProcess {
    const { RUN_MAIN: _, DJANGO_SETTINGS_MODULE: __, ...env } = process.env;
    const child = spawn(process.execPath, [join(this.folder, 'manage.ts'), ...words], { env });
    let text = '';
    let wake = () => {};
    const state = { running: true };
    const take = (block: Buffer) => {
      text += block.toString();
      wake();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const ended = new Promise<number | null>((resolve) => {
      child.on('close', (code) => {
        state.running = false;
        wake();
        resolve(code);
      });
    });
    const until = async (wanted: string, times = 1): Promise<string> => {
      while (state.running && text.split(wanted).length <= times) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return text;
    };
    const started = { child, printed: () => text, until, ended };
    this.#processes.push(started);
    return started;
  }

  /** Ends what still runs, and removes the folder. */
  async close(): Promise<void> {
    for (const { child } of this.#processes) child.kill('SIGTERM');
    await Promise.all(this.#processes.map(({ ended }) => ended));
    rmSync(this.folder, { recursive: true });
  }
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
