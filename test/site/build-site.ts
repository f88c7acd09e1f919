/**
 * Builds the site into a folder of its own, as a reader's host would.
 *
 * @module
 */

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What to build: which content, and the path under which it is to be served. */
export interface Edition {
  /** The book itself, or the fixture that shows a snippet in each of its states. */
  content: 'book' | 'fixture';
  /** With a slash at both ends. */
  base: string;
  /** Variables of the environment besides. */
  env?: NodeJS.ProcessEnv;
}

/** A built site. */
export interface BuiltSite extends Edition {
  /** Absolute path of the folder that holds it. */
  folder: string;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ASTRO = join(ROOT, 'node_modules/astro/bin/astro.mjs');

/** Vitest sets these for its own modules; Vite would take them for the site's. */
const VITEST_ONLY = ['VITEST', 'TEST', 'BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR'];
const MEGABYTE = 1024 * 1024;

/** Builds an edition into a new temporary folder. @throws {Error} with what the build printed. */
export async function buildSite(edition: Edition): Promise<BuiltSite> {
  const scratch = await mkdtemp(join(tmpdir(), 'round-trip-site-'));
  const folder = join(scratch, 'dist');
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    ASTRO_TELEMETRY_DISABLED: '1',
    ROUND_TRIP_CACHE: join(scratch, 'cache'),
    ...edition.env,
  };
  for (const name of VITEST_ONLY) delete env[name];
  if (edition.content === 'fixture') env['ROUND_TRIP_CONTENT'] = './test/site/fixture';
  await run(['build', '--outDir', folder, '--base', edition.base], env);
  return { ...edition, folder };
}

/** Removes a built site and all that its build left. */
export async function discard(site: BuiltSite): Promise<void> {
  await rm(dirname(site.folder), { recursive: true, force: true });
}

function run(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const options = { cwd: ROOT, env, maxBuffer: 64 * MEGABYTE };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [ASTRO, ...args], options, (error, stdout, stderr) => {
      if (!error) resolve();
      else reject(new Error(`The site does not build:\n${stdout}\n${stderr}`, { cause: error }));
    });
  });
}
