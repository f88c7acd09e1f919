import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { softwareVersion } from '../../../src/runtime/wsgiref/simple-server.ts';

it('the server names the version that package.json has', () => {
  const manifest = new URL('../../../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  expect(softwareVersion).toBe(`WSGIServer/0.2 RoundTrip/${version}`);
});
