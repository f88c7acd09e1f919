import { describe, expect, it } from 'vitest';
import { compileProject } from '../../../../site/workshop/playground/compile.ts';

function faultsOf(files: Record<string, string>): string[] {
  const { faults = [] } = compileProject(files);
  return faults.map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`);
}

describe('a project is compiled', () => {
  it('to modules without types, each after those that it imports, settings first', () => {
    const compiled = compileProject({
      'mysite/wsgi.ts': "import './urls.ts';\nexport const application = 1;",
      'mysite/urls.ts': "import { home } from './views.ts';\nimport '#runtime/os';",
      'mysite/views.ts': "import type { View } from './gone.ts';\nexport const home: number = 1;",
      'mysite/settings.ts': 'export const DEBUG = true;',
      'mysite/shop-front/index.ts': "export * from '../views';",
      'templates/page.html': '<p>',
    });
    if (compiled.faults) throw new Error(JSON.stringify(compiled.faults));
    expect(compiled.modules.map(({ path, name }) => `${path} is ${name}`)).toEqual([
      'mysite/settings.ts is mysite.settings',
      'mysite/views.ts is mysite.views',
      'mysite/shop-front/index.ts is mysite.shop_front',
      'mysite/urls.ts is mysite.urls',
      'mysite/wsgi.ts is mysite.wsgi',
    ]);
    expect(compiled.entry).toBe('mysite/wsgi.ts');
    expect(compiled.settings).toBe('mysite.settings');
    const [, views, , urls] = compiled.modules;
    expect(views?.text).toMatch(/^ +\nexport const home         = 1;$/);
    expect(urls?.imports).toEqual([
      { start: 21, end: 33, specifier: './views.ts', target: 'mysite/views.ts' },
      { start: 42, end: 55, specifier: '#runtime/os' },
    ]);
  });

  it('not without a wsgi.ts', () => {
    expect(faultsOf({ 'app.ts': '' })).toEqual([
      ':0:0 There is no wsgi.ts. The server calls the function "application" that it exports.',
    ]);
  });

  it('not where something is wrong, which is told with its place', () => {
    expect(
      faultsOf({
        'wsgi.ts': "import './gone.ts';\nimport 'react';\nexport { x } from '../x.ts';",
        'syntax.ts': 'const x: number = 1;\nconst = 2;',
        'enum.ts': 'enum Colour { Red }',
      }),
    ).toEqual([
      'wsgi.ts:1:8 There is no module "./gone.ts" in the project.',
      `wsgi.ts:2:8 "react" cannot be imported: there is the project, and #runtime/….`,
      'wsgi.ts:3:19 There is no module "../x.ts" in the project.',
      expect.stringMatching(/^syntax\.ts:2:7 Unexpected token/),
      expect.stringMatching(/^enum\.ts:1:1 /),
    ]);
  });

  it('not where modules import each other, or have one name in Python', () => {
    expect(
      faultsOf({
        'wsgi.ts': "import './a.ts';",
        'a.ts': "import './b.ts';",
        'b.ts': "\nimport './a.ts';",
      }),
    ).toEqual(['b.ts:2:8 b.ts and a.ts import each other, which cannot be done here.']);
    expect(faultsOf({ 'wsgi.ts': '', 'a-b.ts': '', 'a_b.ts': '' })).toEqual([
      "a_b.ts:1:1 Python's name for a-b.ts is a_b, too.",
    ]);
  });
});
