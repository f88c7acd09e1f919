import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, type Exchange } from '../../../../site/workshop/playground/client.ts';
import { CookieJar } from '../../../../site/workshop/playground/cookie-jar.ts';
import { EMPTY, followed, type Draft } from '../../../../site/workshop/playground/draft.ts';
import { readPresets } from '../../../../site/workshop/playground/presets.ts';
import { headerOf, redirectOf, textOf } from '../../../../site/workshop/playground/response.ts';
import { type BuiltServer, buildServer } from './build-server.ts';

let server: BuiltServer;

beforeAll(async () => {
  server = await buildServer();
});

afterAll(() => server.remove());

const presets = readPresets();

function clientOf(jar = new CookieJar()): Client {
  return new Client(server.open, jar, Date.now);
}

function filesOf(id: string): Record<string, string> {
  const found = presets.find((preset) => preset.id === id);
  if (!found) throw new Error(`There is no preset ${id}.`);
  return found.project.files;
}

async function ask(id: string, path: string, more: Partial<Draft> = {}): Promise<Exchange> {
  return clientOf().send(filesOf(id), { ...EMPTY, path, ...more });
}

const bodyOf = ({ response }: Exchange): string => (response && textOf(response)) ?? '';
const terminalOf = ({ served }: Exchange): string[] =>
  (served?.terminal ?? '')
    .replaceAll(/\[\d.*?\] /g, '')
    .trimEnd()
    .split('\n');

describe('each preset', () => {
  it.each(presets)('starts, and answers what it suggests: $id', async ({ project, requests }) => {
    const client = clientOf();
    for (const draft of requests) {
      const exchange = await client.send(project.files, draft);
      expect(exchange.faults).toBeUndefined();
      expect(exchange.stopped).toBeUndefined();
      expect(exchange.started?.broken ?? []).toEqual([]);
      expect(exchange.response?.status).toBeGreaterThan(0);
    }
  });
});

describe('the client', () => {
  it('calls a bare application as wsgiref does', async () => {
    const exchange = await ask('hello', '/?name=<b>');
    expect(exchange.response?.statusLine).toBe('HTTP/1.0 200 OK');
    expect(bodyOf(exchange)).toContain('<h1>Hello, &lt;b&gt;!</h1>');
    expect(exchange.served?.pieces).toHaveLength(3);
    expect(terminalOf(exchange)[0]).toBe('GET /');
  });

  it('goes through middleware, and restarts only when files change', async () => {
    const client = clientOf();
    const files = filesOf('onion');
    const first = await client.send(files, EMPTY);
    expect(first.started?.terminal).toBe('Outer is made\n');
    expect(terminalOf(first)).toEqual([
      'Outer: in, /',
      'gate: in',
      'Outer: the view will be home',
      'the view',
      'gate: out',
      'Outer: out, 200',
      '"GET / HTTP/1.1" 200 74',
    ]);
    expect(first.response && headerOf(first.response, 'x-outer')).toBe('was here');
    expect(first.served?.log.map(({ logger, level }) => `${logger} ${level}`)).toEqual([
      'django.server INFO',
    ]);
    expect((await client.send(files, EMPTY)).started).toBeUndefined();
    expect((await client.send({ ...files }, EMPTY)).started?.terminal).toBe('Outer is made\n');
  });

  it('keeps what a process keeps, sends a form with its token, and follows the redirect', async () => {
    const jar = new CookieJar();
    const client = clientOf(jar);
    const files = filesOf('forms');
    const form = await client.send(files, EMPTY);
    const [, token = ''] = /name="csrfmiddlewaretoken" value="(\w+)"/.exec(bodyOf(form)) ?? [];
    const draft = {
      method: 'POST',
      path: '/',
      headers: 'Content-Type: application/x-www-form-urlencoded',
      body: `csrfmiddlewaretoken=${token}&name=Ann`,
    };
    const posted = await client.send(files, draft);
    expect(posted.response?.statusLine).toBe('HTTP/1.1 302 Found');
    const next = followed(draft, 302, (posted.response && redirectOf(posted.response)) ?? '');
    expect(next).toEqual(EMPTY);
    expect(bodyOf(await client.send(files, next ?? draft))).toContain('<li>Ann</li>');
    jar.clear();
    expect((await client.send(files, draft)).response?.status).toBe(403);
  });

  it('keeps a session in its cookie', async () => {
    const jar = new CookieJar();
    const client = clientOf(jar);
    const files = filesOf('sessions');
    await client.send(files, EMPTY);
    expect(bodyOf(await client.send(files, EMPTY))).toContain('Visit 2');
    expect(jar.all(Date.now()).map(({ name }) => name)).toEqual(['sessionid']);
    await client.send(files, { ...EMPTY, path: '/forget/' });
    expect(jar.all(Date.now())).toEqual([]);
  });

  it('hears blocks as they are made, and hangs up on a body without end', async () => {
    const { served } = await ask('streaming', '/');
    expect(served?.pieces).toHaveLength(4);
    const endless = await ask('streaming', '/endless/');
    expect(endless.served?.hungUp).toBe(true);
    expect(terminalOf(endless)).toContain('the generator is closed');
  });

  it('tells errors with their place in the project', async () => {
    const { response, served } = await ask('errors', '/broken/');
    expect(response?.status).toBe(500);
    const raised = served?.log.find(({ logger }) => logger === 'django.request')?.raised;
    expect(raised?.message).toBe('A mistake in the view.');
    expect(raised?.places[0]).toMatchObject({ path: 'mysite/views.ts', line: 21 });
    expect(served?.terminal).toContain('mysite/views.ts:21:');
    expect(served?.terminal).not.toMatch(/blob:|data:|project:/);
    expect(bodyOf(await ask('errors', '/rescued/'))).toContain('Rescued: there is no');
  });

  it('reads templates from the project', async () => {
    const files = { ...filesOf('forms'), 'templates/guests.html': 'path {{ request }}!' };
    expect(bodyOf(await clientOf().send(files, EMPTY))).toBe('path !');
  });

  it('tells what keeps a project from starting, and asks nothing then', async () => {
    const broken = { ...filesOf('urls'), 'mysite/views.ts': 'export const = 1;' };
    const { faults, sent } = await clientOf().send(broken, EMPTY);
    expect(faults?.map(({ path, line }) => `${path}:${line}`)).toEqual(['mysite/views.ts:1']);
    expect(sent).toBeUndefined();
    const { started } = await clientOf().send({ 'wsgi.ts': 'export const app = 1;' }, EMPTY);
    expect(started?.missing).toBe(
      'wsgi.ts exports no function named application, and none by default.',
    );
  });

  it('tells which module raised, once, and starts without it, as a server does', async () => {
    const files = {
      ...filesOf('urls'),
      'mysite/converters.ts':
        "throw new Error('no converters today');\nexport class DayConverter {}",
    };
    const { started, response, served } = await clientOf().send(files, EMPTY);
    expect(started?.broken).toEqual([
      {
        path: 'mysite/converters.ts',
        raised: {
          name: 'Error',
          message: 'no converters today',
          places: [{ path: 'mysite/converters.ts', line: 1, column: 7 }],
        },
      },
    ]);
    expect(response?.status).toBe(500);
    expect(served?.log.some(({ raised }) => raised?.message === 'no converters today')).toBe(true);
  });

  it('tells that an import leads nowhere', async () => {
    const files = {
      'wsgi.ts': "import '#runtime/wsgiref/simple-server';\nexport default () => [];",
    };
    const { started } = await clientOf().send(files, EMPTY);
    expect(started?.broken[0]?.raised.message).toBe(
      'Cannot find the module "#runtime/wsgiref/simple-server".',
    );
    expect(started?.missing).toBe('wsgi.ts raised, so there is no application.');
  });

  it('says why there is no answer, and starts again for the next request', async () => {
    let opened = 0;
    const client = new Client(
      async () => {
        opened += 1;
        const session = await server.open();
        const first = opened === 1;
        return {
          ...session,
          closed: false,
          ask: (message) =>
            first && (message as { type: string }).type === 'request'
              ? Promise.reject(new Error('Stopped after 1 s.'))
              : session.ask(message),
        };
      },
      new CookieJar(),
      Date.now,
    );
    const files = filesOf('hello');
    expect((await client.send(files, EMPTY)).stopped).toBe('Stopped after 1 s.');
    expect((await client.send(files, EMPTY)).response?.status).toBe(200);
    expect(opened).toBe(2);
  });
});
