import { beforeEach, describe, expect, test } from 'vitest';
import { setup } from '#runtime/django';
import { freshSettings, settings } from '#runtime/django/conf';
import { Engine, engines, TemplateDoesNotExist } from '#runtime/django/template';
import { makeContext } from '#runtime/django/template/context';
import type { LoaderSetting } from '#runtime/django/template/engine';
import { getTemplate, renderToString, selectTemplate } from '#runtime/django/template/loader';
import type { Template } from '#runtime/django/template/backends/django';
import { registerModule } from '#runtime/django/utils/module-loading';
import { MemoryFiles, setFiles } from '#runtime/files';

const BACKEND = 'django.template.backends.django.DjangoTemplates';
const FILESYSTEM = 'django.template.loaders.filesystem.Loader';

let disk: MemoryFiles;

beforeEach(() => {
  freshSettings();
  disk = new MemoryFiles({
    '/t1/a.html': 'A {{ x }}',
    '/t1/inc.html': '{% include "nope.html" %}',
    '/t2/b.html': 'B',
    '/secret.html': 's',
  });
  setFiles(disk);
  settings.TEMPLATES = [
    { BACKEND, NAME: 'one', DIRS: ['/t1'] },
    { BACKEND, NAME: 'two', DIRS: ['/t2'] },
  ];
});

function search(step: () => unknown): unknown {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof TemplateDoesNotExist)) throw error;
    const { message, tried, backend, chain } = error;
    const attempts = tried.map(([origin, status]) => [origin.name, status, origin.loaderName]);
    return [message, attempts, backend?.name ?? null, chain.length];
  }
}

describe('a file', () => {
  test('is looked for in each folder, and a miss tells where', () => {
    const engine = new Engine({ dirs: ['/t1', '/t2'], debug: true });
    expect(search(() => engine.getTemplate('x.html'))).toEqual([
      'x.html',
      [
        ['/t1/x.html', 'Source does not exist', FILESYSTEM],
        ['/t2/x.html', 'Source does not exist', FILESYSTEM],
      ],
      null,
      0,
    ]);
    const { origin, name } = engine.getTemplate('b.html');
    expect([origin.name, origin.templateName, origin.loaderName, name, String(origin)]).toEqual([
      '/t2/b.html',
      'b.html',
      FILESYSTEM,
      'b.html',
      '/t2/b.html',
    ]);
  });

  test('outside of the folders is not looked at, whatever the name', () => {
    const engine = new Engine({ dirs: ['/t1', '/t2'] });
    expect(search(() => engine.getTemplate('../secret.html'))).toEqual([
      '../secret.html',
      [],
      null,
      0,
    ]);
    expect(engine.getTemplate('/t2/b.html').origin.name).toBe('/t2/b.html');
    expect(engine.getTemplate('x/../a.html').origin.name).toBe('/t1/a.html');
  });

  test('is read once, unless the engine debugs; a second miss then says nothing', () => {
    const kept = new Engine({ dirs: ['/t1'] });
    const fresh = new Engine({ dirs: ['/t1'], debug: true });
    const both = () => [kept, fresh].map((engine) => engine.renderToString('a.html', { x: 1 }));
    expect(both()).toEqual(['A 1', 'A 1']);
    disk.write('/t1/a.html', 'changed');
    expect(both()).toEqual(['A 1', 'changed']);
    const miss = () => search(() => kept.getTemplate('x.html'));
    expect(miss()).toEqual([
      'x.html',
      [['/t1/x.html', 'Source does not exist', FILESYSTEM]],
      null,
      0,
    ]);
    expect(miss()).toEqual(['x.html', [], null, 0]);
    kept.templateLoaders[0]?.reset();
    expect(kept.renderToString('a.html')).toBe('changed');
  });

  test('is text in the charset of the settings', () => {
    disk.write('/t1/latin.html', Uint8Array.of(0xe9));
    expect(() => getTemplate('latin.html')).toThrow(/utf-8/);
    const engine = new Engine({ dirs: ['/t1'], fileCharset: 'latin-1' });
    expect(engine.renderToString('latin.html')).toBe('é');
  });

  test('of an application is in its folder', () => {
    disk.write('/polls/templates/polls/list.html', 'polls');
    disk.write('/shop/shop.html', 'no folder of templates');
    registerModule('polls', {}, { package: true });
    registerModule('shop', {}, { package: true });
    settings.INSTALLED_APPS = ['polls', 'shop'];
    settings.TEMPLATES = [{ BACKEND, DIRS: ['/t1'], APP_DIRS: true }];
    setup();
    expect(renderToString('polls/list.html')).toBe('polls');
    expect((engines().get('django') as unknown as { templateDirs: string[] }).templateDirs).toEqual(
      ['/t1', '/polls/templates'],
    );
  });
});

describe('templates in a dict', () => {
  const locmem = (dict: object, debug = false) => {
    const inner: LoaderSetting = ['django.template.loaders.locmem.Loader', dict];
    return new Engine({ loaders: [inner], debug });
  };

  test('need no files', () => {
    const engine = locmem({ a: 'x{{ y }}' });
    expect(engine.renderToString('a', { y: '<' })).toBe('x&lt;');
    expect(engine.renderToString(['b', 'a'])).toBe('x');
    expect(search(() => engine.renderToString(['b', 'c', 'b']))).toEqual(['b, c', [], null, 0]);
    expect(search(() => engine.selectTemplate([]))).toEqual([
      'No template names provided',
      [],
      null,
      0,
    ]);
    expect(() => engine.getTemplate('toString')).toThrow(TemplateDoesNotExist);
  });

  test('that others extend and include are read once where templates are kept, else each time', () => {
    const inner: LoaderSetting = ['django.template.loaders.filesystem.Loader', ['/t1']];
    const pages = (loaders: readonly LoaderSetting[]) => {
      disk = new MemoryFiles({
        '/t1/outer.html':
          '{% extends "base.html" %}{% block b %}{% include "part.html" %}{% endblock %}',
        '/t1/base.html': '<{% block b %}{% endblock %}>',
        '/t1/part.html': 'old',
      });
      setFiles(disk);
      const engine = new Engine({ loaders });
      const before = engine.renderToString('outer.html');
      disk = new MemoryFiles({
        '/t1/outer.html':
          '{% extends "base.html" %}{% block b %}{% include "part.html" %}{% endblock %}',
        '/t1/base.html': '({% block b %}{% endblock %})',
        '/t1/part.html': 'new',
      });
      setFiles(disk);
      return [before, engine.renderToString('outer.html')];
    };
    expect(pages([['django.template.loaders.cached.Loader', [inner]]])).toEqual(['<old>', '<old>']);
    expect(pages([inner])).toEqual(['<old>', '(new)']);
  });

  test('that are kept tell each time where they were looked for, if the engine debugs', () => {
    const inner: LoaderSetting = ['django.template.loaders.locmem.Loader', {}];
    const engine = new Engine({
      debug: true,
      loaders: [['django.template.loaders.cached.Loader', [inner]]],
    });
    const miss = [
      'b',
      [['b', 'Source does not exist', 'django.template.loaders.locmem.Loader']],
      null,
      0,
    ];
    expect([1, 2].map(() => search(() => engine.getTemplate('b')))).toEqual([miss, miss]);
  });
});

describe('the engines of a site', () => {
  test('are asked in turn, and a miss has what each said', () => {
    expect((getTemplate('b.html') as Template).backend.name).toBe('two');
    expect(search(() => getTemplate('b.html', 'one'))).toEqual(['b.html', [], null, 1]);
    expect(search(() => getTemplate('q.html'))).toEqual(['q.html', [], null, 2]);
    expect(search(() => selectTemplate(['q.html', 'r.html']))).toEqual([
      'q.html, r.html',
      [],
      null,
      4,
    ]);
    expect(search(() => selectTemplate([]))).toEqual(['No template names provided', [], null, 0]);
    const names = ['q.html', 'b.html', 'a.html'];
    expect((selectTemplate(names) as Template).origin.name).toBe('/t2/b.html');
    expect([renderToString('a.html', { x: 1 }), renderToString(names)]).toEqual(['A 1', 'B']);
    expect(() => getTemplate('x', 'zz')).toThrow(
      "Could not find config for 'zz' in settings.TEMPLATES",
    );
    expect(() => selectTemplate('abc' as never)).toThrow(
      "select_template() takes an iterable of template names but got a string: 'abc'. Use get_template() if you want to load a single template by name.",
    );
  });

  test('say which of them misses a template that another includes', () => {
    const template = getTemplate('inc.html');
    expect(search(() => template.render())).toEqual([
      'nope.html',
      [['/t1/nope.html', 'Source does not exist', FILESYSTEM]],
      'one',
      0,
    ]);
  });
});

test('a context is a dict', () => {
  const template = getTemplate('a.html');
  const refusal = (context: unknown) => {
    try {
      return template.render(context as null);
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect([refusal([1]), refusal('x'), refusal(new Date(0)), refusal(null)]).toEqual([
    'context must be a dict rather than list.',
    'context must be a dict rather than str.',
    'context must be a dict rather than Date.',
    'A ',
  ]);
  expect(makeContext({ x: 1 })['None']).toBeNull();
});
