import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';

import { absolutePath, runtimeModules, sourceOf } from './modules.ts';

/** What may need Node: whatever listens on sockets, meets the file system or is a command. */
const FOR_NODE = new RegExp(
  `^src/runtime/(?:adapters/|(?:${[
    'examples/serve',
    'examples/django/start',
    'examples/surprises/all',
    'examples/surprises/served/.*',
    'wsgiref/simple-server',
    'django/core/servers/basehttp',
    'django/core/management/commands/runserver',
    'django/contrib/staticfiles/management/commands/runserver',
    'django/utils/autoreload/run-with-reloader',
  ].join('|')})\\.ts$)`,
);
const ENTRY = '\0every-module';

async function bundleForBrowser(modules: readonly string[]): Promise<string[]> {
  const entry = modules
    .map((module) => `export * as _${modules.indexOf(module)} from '${absolutePath(module)}';`)
    .join('\n');
  const bundle = await rolldown({
    input: ENTRY,
    platform: 'browser',
    external: /^node:/,
    plugins: [
      {
        name: 'every-module',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? entry : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  return output.flatMap((part) =>
    part.type === 'chunk' ? [...part.imports, ...part.dynamicImports] : [],
  );
}

describe('the runtime in a browser', () => {
  it('imports nothing of Node, whatever module of it a page takes', async () => {
    const modules = runtimeModules().filter((module) => !FOR_NODE.test(module));
    expect(modules.length).toBeGreaterThan(20);
    expect(await bundleForBrowser(modules)).toEqual([]);
  });

  it('is told from what needs Node, which the bundle would show', async () => {
    const imports = await bundleForBrowser(['src/runtime/wsgiref/simple-server.ts']);
    expect(imports).toContain('node:http');
  });

  it('reads nothing of Node through globals', () => {
    const reading = runtimeModules().filter(
      (module) =>
        !FOR_NODE.test(module) &&
        /\b(?:Buffer\.|process\.(?:env|std|argv|cwd)|require\()/.test(sourceOf(module)),
    );
    expect(reading).toEqual([]);
  });
});
