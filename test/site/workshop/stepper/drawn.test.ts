import { describe, expect, it } from 'vitest';
import { sourcesByModule } from '../../../../site/workshop/build/sources.ts';
import { inkLines } from '../../../../site/workshop/stepper/ink.ts';
import { type Markup, markup } from '../../../../site/workshop/stepper/markup.ts';
import { drawOnion } from '../../../../site/workshop/stepper/onion.ts';
import { drawPart, drawSources, drawWire } from '../../../../site/workshop/stepper/panels.ts';
import { SourceShelf } from '../../../../site/workshop/stepper/source-shelf.ts';
import { moduleOfName, textAt } from '../../../../site/workshop/stepper/sources.ts';
import { Walk } from '../../../../site/workshop/stepper/walk.ts';
import { placesOf, wayUpTo } from '../../../../site/workshop/stepper/way.ts';
import { follow } from './traced-program.ts';

const plain = (code: string): Markup[] => code.split('\n').map((line) => markup`${line}`);

describe('markup', () => {
  it('escapes what comes from outside, in text and in attributes', () => {
    const hostile = `"><script>'&`;
    expect(markup`<p title="${hostile}">${[hostile, markup`<b>${1}</b>`]}${false}</p>`.text).toBe(
      `<p title="&quot;&gt;&lt;script&gt;'&amp;">&quot;&gt;&lt;script&gt;'&amp;<b>1</b></p>`,
    );
  });
});

describe('the source of a step', () => {
  it('is at hand for every function of a request, with the line of each step in it', async () => {
    const modules = sourcesByModule();
    const trace = await follow({ view: 'raises' });
    const wrong = trace.steps.flatMap(({ name, line }) => {
      const full = trace.names[name] ?? '';
      const source = modules.get(moduleOfName(full))?.[full];
      const text = source && textAt(source.typescript, line);
      if (!text) return [`${full} has no source`];
      const last = text.first + text.code.split('\n').length - 1;
      const isIn = line === undefined || (line >= text.first && line <= last);
      return isIn ? [] : [`${full}, line ${line}, is not in ${text.first} to ${last}`];
    });
    expect(wrong).toEqual([]);
  });

  it('has the line marked, and Python beside it with a link', async () => {
    const trace = await follow();
    const walk = new Walk(trace);
    const name = 'django.core.handlers.base:BaseHandler.get_response';
    const source = sourcesByModule().get('django.core.handlers.base')?.[name];
    const drawn = drawSources(walk, walk.entering(name) ?? 0, source, plain).text;
    expect(drawn.match(/step-line now/g)).toHaveLength(1);
    expect(drawn).toMatch(/step-line now"><span class="step-number">\d+<\/span>getResponse\(/);
    expect(drawn).toContain(
      'https://github.com/django/django/blob/2.2.28/django/core/handlers/base.py#L71',
    );
  });

  it('of the site that readers ask stands beside it in Python', () => {
    const { python } =
      sourcesByModule().get('mysite.middleware')?.['mysite.middleware:Rescue.process_exception'] ??
      {};
    expect(python?.code).toBe(
      "def process_exception(self, request, exception):\n    return HttpResponse('Rescued', status=503)",
    );
  });

  it('is coloured line by line, a method as one', () => {
    const [first, second] = inkLines('run(name: string): void {\n  return;\n}', 'typescript');
    expect(first?.text).toContain('<span class="t-name">run</span>');
    expect(first?.text).toContain('<span class="t-type">string</span>');
    expect(second?.text).toContain('<span class="t-keyword">return</span>');
    expect(
      inkLines('def f():\n    # why\n    return "<"', 'python').map(({ text }) => text),
    ).toEqual([
      '<span class="t-keyword">def</span> <span class="t-name">f</span>():',
      '    <span class="t-comment"># why</span>',
      '    <span class="t-keyword">return</span> <span class="t-string">&quot;&lt;&quot;</span>',
    ]);
  });

  it('is fetched once for each module, and never where there is none', async () => {
    const asked: string[] = [];
    const shelf = new SourceShelf((path) => {
      asked.push(path);
      return Promise.resolve(
        path.endsWith('index.json') ? ['a.b'] : { 'a.b:f': { typescript: [] } },
      );
    });
    await shelf.load(['a.b:f', 'a.b:g', 'c:h']);
    await shelf.load(['a.b:f']);
    expect(shelf.get('a.b:f')).toEqual({ typescript: [] });
    expect(shelf.has('c:h')).toBe(true);
    expect(asked).toEqual(['/workshop/sources/index.json', '/workshop/sources/a.b.json']);
  });
});

describe('the picture of the rings', () => {
  it('marks the one in which the request is, and says so', async () => {
    const trace = await follow();
    const walk = new Walk(trace);
    const number = walk.entering('mysite.views:hello') ?? 0;
    const way = wayUpTo(placesOf(trace), trace.begins, number);
    const drawn = drawOnion({ rings: trace.rings, way, words: 'In the "view".' }).text;
    expect(drawn).toContain('aria-label="In the &quot;view&quot;."');
    expect(drawn.match(/class="ring [^"]* now"/g)).toEqual(['class="ring view now"']);
    expect(drawn.match(/<rect/g)).toHaveLength(trace.rings.length - 1);
    expect(drawn).not.toContain('NaN');
  });
});

describe('what is shown beside', () => {
  it('marks what changed and what is gone', () => {
    const drawn = drawPart('environ', [
      { name: 'A', text: '<1>', isNew: true },
      { name: 'B', text: null, isNew: true },
      { name: 'C', text: '3', isNew: false },
    ]).text;
    expect(drawn).toContain('2 changes');
    expect(drawn).toContain('&lt;1&gt;');
    expect(drawn.match(/class="entry new( gone)?"/g)).toEqual([
      'class="entry new"',
      'class="entry new gone"',
    ]);
  });

  it('has the bytes as far as they are written, and their number at the end', async () => {
    const { steps, wire } = await follow({ view: 'streams' });
    const events = steps.flatMap((step) => step.events ?? []);
    const drawn = drawWire(events, wire, 0, true).text;
    const length = wire.head.length + wire.chunks.join('').length;
    expect(drawn).toContain(`${length} bytes; the body came in 2 pieces.`);
    expect(drawn).toContain('<span class="wire-body">Hello, </span>');
    expect(drawWire([], wire, 0, false).text).toContain('No byte yet.');
  });
});
