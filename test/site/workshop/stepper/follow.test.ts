import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Step, Trace } from '../../../../site/workshop/stepper/model.ts';
import {
  DEFAULT_SETUP,
  LIMITS,
  type SentRequest,
  VIEWS,
  type ViewName,
} from '../../../../site/workshop/stepper/setup.ts';
import { Walk } from '../../../../site/workshop/stepper/walk.ts';
import { placesOf } from '../../../../site/workshop/stepper/way.ts';
import { sentenceOf } from '../../../../site/workshop/stepper/words.ts';
import { ask, follow, layers, requestWith } from './traced-program.ts';

const PLACES = [
  'django.core.wsgi:get_wsgi_application',
  'django.core.handlers.base:BaseHandler.load_middleware',
  'django.core.servers.basehttp:WSGIRequestHandler.get_environ',
  'wsgiref.handlers:BaseHandler.setup_environ',
  'django.core.handlers.wsgi:WSGIHandler.__call__',
  'django.core.handlers.wsgi:WSGIRequest.__init__',
  'django.core.handlers.base:BaseHandler.get_response',
  'django.middleware.security:SecurityMiddleware.process_request',
  'django.urls.resolvers:URLResolver.resolve',
  'django.middleware.csrf:CsrfViewMiddleware.process_view',
  'mysite.views:hello',
  'django.middleware.clickjacking:XFrameOptionsMiddleware.process_response',
  'wsgiref.handlers:BaseHandler.start_response',
  'wsgiref.handlers:BaseHandler.finish_response',
  'django.http.response:HttpResponseBase.close',
];

const statusOf = ({ wire }: Trace): string => wire.head.split('\r\n')[0] ?? '';
const raises = ({ steps }: Trace): Step[] => steps.filter(({ kind }) => kind === 'raise');

/** Names of rings in the order in which the request first comes to them. */
function ringsMet({ rings, steps, begins }: Trace): string[] {
  const met = new Set(steps.slice(begins).map(({ ring }) => rings[ring]?.label ?? ''));
  return [...met];
}

describe('the usual request', () => {
  it('goes through server, handler, seven layers and view in their order, and comes back', async () => {
    const trace = await follow();
    const walk = new Walk(trace);
    const numbers = PLACES.map((name) => walk.entering(name) ?? -1);
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
    expect(numbers).not.toContain(-1);
    expect(ringsMet(trace)).toEqual([
      'the server',
      'WSGIHandler',
      'SecurityMiddleware',
      'SessionMiddleware',
      'CommonMiddleware',
      'CsrfViewMiddleware',
      'AuthenticationMiddleware',
      'MessageMiddleware',
      'XFrameOptionsMiddleware',
      'URLs and hooks',
      'the view',
    ]);
    expect(statusOf(trace)).toBe('HTTP/1.1 200 OK');
    expect(trace.wire.chunks).toEqual(['Hello, ann']);
    expect(raises(trace)).toEqual([]);
  });

  it('has environ, request and response change where Django changes them', async () => {
    const trace = await follow();
    const walk = new Walk(trace);
    const after = (name: string): number => {
      const entered = walk.entering(name) ?? 0;
      return trace.steps.findIndex(
        ({ kind, depth }, number) =>
          number > entered && kind === 'leave' && depth === walk.step(entered).depth,
      );
    };
    const entry = (part: 'environ' | 'request' | 'response', name: string, number: number) =>
      walk.entries(part, number).find((one) => one.name === name)?.text;

    expect(entry('environ', 'QUERY_STRING', walk.start)).toBeUndefined();
    expect(
      entry('environ', 'QUERY_STRING', after('wsgiref.handlers:BaseHandler.setup_environ')),
    ).toBe("'page=2'");
    const authenticated = after(
      'django.contrib.auth.middleware:AuthenticationMiddleware.process_request',
    );
    expect(entry('request', 'user', authenticated - 1)).toBeUndefined();
    expect(entry('request', 'user', authenticated)).toContain('not looked at yet');
    const framed = after('django.middleware.clickjacking:XFrameOptionsMiddleware.process_response');
    expect(entry('response', 'X-Frame-Options', framed)).toBe('SAMEORIGIN');
    expect(entry('response', 'closed', walk.last)).toBe('True');
  });

  it('has its signals, its line in the log and its bytes at the steps where they happen', async () => {
    const trace = await follow();
    const told = trace.steps.flatMap(({ events, name }) =>
      (events ?? []).map((event) => ({ ...event, at: trace.names[name] })),
    );
    expect(told.filter(({ kind }) => kind !== 'bytes')).toEqual([
      { kind: 'signal', name: 'request_started', at: 'django.dispatch.dispatcher:Signal.send' },
      {
        kind: 'log',
        level: 'INFO',
        logger: 'django.server',
        message: '"GET /hello/ann/?page=2 HTTP/1.1" 200 10',
        at: 'logging:Logger.log',
      },
      { kind: 'signal', name: 'request_finished', at: 'django.dispatch.dispatcher:Signal.send' },
    ]);
    const bytes = told.flatMap((event) => (event.kind === 'bytes' ? [event.text] : []));
    expect(bytes.join('')).toBe(trace.wire.head + trace.wire.chunks.join(''));
  });

  it('wakes nothing by being looked at', async () => {
    const walk = new Walk(await follow());
    const user = walk.entries('request', walk.last).find(({ name }) => name === 'user');
    expect(user?.text).toContain('not looked at yet');
  });

  it('is told the same each time', async () => {
    expect(await follow()).toEqual(await follow());
  });
});

describe('a view', () => {
  const ANSWERS: Record<ViewName, string> = {
    answers: '200 OK',
    raises: '500 Internal Server Error',
    missing: '404 Not Found',
    refuses: '403 Forbidden',
    streams: '200 OK',
    'breaks off': '200 OK',
    'returns nothing': '500 Internal Server Error',
    'renders late': '200 OK',
    moves: '302 Found',
    'reads a form': '200 OK',
  };

  it.each(Object.keys(VIEWS) as ViewName[])(
    'that %s is answered as Django answers it',
    async (view) => {
      expect(statusOf(await follow({ view }))).toBe(`HTTP/1.1 ${ANSWERS[view]}`);
    },
  );

  it('that raises has its exception in the view, at the line of its throw, and a response made in the ring around it', async () => {
    const trace = await follow({ view: 'raises' });
    const [first] = raises(trace);
    expect(trace.rings[first?.ring ?? 0]?.label).toBe('the view');
    expect(first?.value).toBe('ValueError: no greeting for ann');
    expect(first?.line).toBeGreaterThan(0);
    const walk = new Walk(trace);
    const answered = walk.step(
      walk.entering('django.core.handlers.exception:response_for_exception') ?? 0,
    );
    expect(trace.rings[answered.ring]?.label).toBe('URLs and hooks');
    const signals = walk.eventsSoFar(walk.last).filter(({ kind }) => kind === 'signal');
    expect(signals).toContainEqual({ kind: 'signal', name: 'got_request_exception' });
  });

  it('that streams has each piece made while the server sends', async () => {
    const trace = await follow({ view: 'streams' });
    const yields = trace.steps.filter(({ kind }) => kind === 'yield').map(({ value }) => value);
    expect(yields).toEqual(["'Hello, '", "'ann'"]);
    expect(trace.wire.chunks).toEqual(['Hello, ', 'ann']);
    const places = placesOf(trace);
    const asked = trace.steps.findIndex(({ kind }) => kind === 'yield');
    expect(sentenceOf(trace, asked, places[asked] ?? { ring: 0, side: 'in' })).toBe(
      "pieces yields 'Hello, ', in the view, asked from further out",
    );
    expect(places.at(-1)).toEqual({ ring: 1, side: 'out' });
  });

  it('that renders late is rendered after the template hooks, in a ring of its own', async () => {
    const trace = await follow({ view: 'renders late' });
    const walk = new Walk(trace);
    const render = walk.entering('django.template.response:SimpleTemplateResponse.render') ?? 0;
    expect(trace.rings[walk.step(render).ring]?.label).toBe('the template');
    const rendered = (number: number): string | null | undefined =>
      walk.entries('response', number).find(({ name }) => name === 'is_rendered')?.text;
    expect(rendered(render)).toBe('False');
    expect(rendered(walk.last)).toBe('True');
  });
});

describe('layers of middleware', () => {
  it('are rings in the order in which a reader put them', async () => {
    const chosen = layers('XFrameOptionsMiddleware', 'CommonMiddleware');
    const { rings } = await follow(chosen);
    expect(rings.flatMap(({ kind, label }) => (kind === 'middleware' ? [label] : []))).toEqual([
      'XFrameOptionsMiddleware',
      'CommonMiddleware',
    ]);
  });

  it('that answer by themselves keep the request from all further in', async () => {
    const trace = await follow(layers('CommonMiddleware', 'gate', 'SecurityMiddleware'));
    expect(trace.wire.chunks).toEqual(['Answered at the gate']);
    expect(ringsMet(trace)).toEqual(['the server', 'WSGIHandler', 'CommonMiddleware', 'gate']);
  });

  it('that raise are answered in the ring that is theirs', async () => {
    const trace = await follow(layers('SecurityMiddleware', 'stumble'));
    expect(statusOf(trace)).toBe('HTTP/1.1 500 Internal Server Error');
    const places = raises(trace).map(({ ring }) => trace.rings[ring]?.label);
    expect(new Set(places)).toEqual(new Set(['stumble']));
  });

  it('may answer the exceptions of a view', async () => {
    const trace = await follow({ ...layers('Rescue'), view: 'raises' });
    expect(statusOf(trace)).toBe('HTTP/1.1 503 Service Unavailable');
    expect(trace.wire.chunks).toEqual(['Rescued']);
  });

  it('that lack a layer further out fail as Django has them fail', async () => {
    const trace = await follow(layers('AuthenticationMiddleware'));
    expect(statusOf(trace)).toBe('HTTP/1.1 500 Internal Server Error');
    expect(raises(trace)[0]?.value).toContain('requires session middleware to be installed');
  });

  it('refuse a form without a token in the hook before the view', async () => {
    const posted = requestWith({
      method: 'POST',
      headers: [
        ['Host', 'example.com'],
        ['Content-Type', 'application/x-www-form-urlencoded'],
      ],
      body: 'name=zoe',
    });
    const refused = await follow({ ...posted, view: 'reads a form' });
    expect(statusOf(refused)).toBe('HTTP/1.1 403 Forbidden');
    expect(ringsMet(refused)).not.toContain('the view');
    const read = await follow({ ...posted, ...layers('CommonMiddleware'), view: 'reads a form' });
    expect(read.wire.chunks).toEqual(['Hello, zoe']);
  });
});

describe('whatever a reader sends', () => {
  const method = fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'odd');
  const path = fc
    .array(fc.constantFrom('/', 'hello', '%', 'C3', '%A9', '?', '=', '&', '..', ';', 'a', '%00'), {
      maxLength: 12,
    })
    .map((parts) => `/${parts.join('')}`);
  const header = fc.tuple(
    fc.constantFrom('Host', 'Cookie', 'Content-Type', 'Content-Length', 'If-None-Match', 'X-Odd'),
    fc.constantFrom(
      'example.com',
      'evil.test',
      'a=1; b=2',
      'multipart/form-data; boundary=',
      '7',
      '-1',
      'x',
      '',
    ),
  );
  const request: fc.Arbitrary<SentRequest> = fc.record({
    method,
    path,
    headers: fc.array(header, { maxLength: 6 }),
    body: fc.string({ maxLength: 60 }),
  });
  const middleware = fc
    .shuffledSubarray(DEFAULT_SETUP.middleware.map((layer) => layer.path))
    .map((paths) => layers(...paths.map((one) => one.slice(one.lastIndexOf('.') + 1))).middleware);
  const view = fc.constantFrom(...(Object.keys(VIEWS) as ViewName[]));

  it('ends, with each call closed as deep as it began, and in a ring', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record({ request, middleware, view }), async (setup) => {
        const trace = await follow(setup);
        const open: number[] = [];
        for (const { kind, depth, ring } of trace.steps) {
          expect(trace.rings[ring]).toBeDefined();
          if (kind === 'enter' || kind === 'resume') open.push(depth);
          else if (open.includes(depth)) while (open.pop() !== depth);
        }
        expect(trace.more).toBe(0);
        expect(trace.wire.head).toMatch(/^HTTP\/1\.1 \d{3} /);
        expect(structuredClone(trace)).toEqual(trace);
      }),
      { numRuns: 20, seed: 1 },
    );
  });

  it('is bounded, and refused in a sentence past its bounds', async () => {
    const long = requestWith({ path: `/${'a'.repeat(LIMITS.path)}` });
    await expect(follow(long)).rejects.toThrow('The path has 2001 characters; 2000 are the most.');
    await expect(ask('nonsense')).rejects.toThrow('The setup is missing.');
    await expect(ask({ view: 'answers' })).rejects.toThrow('The request is missing.');
  });
});
