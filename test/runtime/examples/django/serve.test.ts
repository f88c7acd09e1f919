import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const COMMAND = fileURLToPath(
  new URL('../../../../src/runtime/examples/serve.ts', import.meta.url),
);
const TOKEN = /name="csrfmiddlewaretoken" value="([^"]+)"/;

let child: ChildProcess;
let origin = '';

beforeAll(async () => {
  child = spawn(process.execPath, [COMMAND, 'django', '--port', '0'], { env: {} });
  let said = '';
  child.stdout?.on('data', (text) => (said += String(text)));
  while (!said.includes('\n')) await once(child.stdout ?? child, 'data');
  [, origin = ''] = /(http:\S+)\/ /.exec(said) ?? [];
});

afterAll(async () => {
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  await closed;
});

/** A visitor who keeps cookies and follows no redirects. */
class Visitor {
  readonly #cookies = new Map<string, string>();
  #token = '';

  async ask(path: string, options: RequestInit = {}): Promise<{ status: number; text: string }> {
    const cookie = Array.from(this.#cookies, (pair) => pair.join('=')).join('; ');
    const headers = { ...(options.headers as Record<string, string>), cookie };
    const response = await fetch(origin + path, { ...options, headers, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^\s*([^=]+)=([^;]*)/.exec(set) ?? [];
      this.#cookies.set(name, value);
    }
    const text = await response.text();
    this.#token = TOKEN.exec(text)?.[1] ?? this.#token;
    return { status: response.status, text };
  }

  /** Looks at a form and sends it. */
  async send(
    path: string,
    fields: Record<string, string | File>,
  ): Promise<{ status: number; text: string }> {
    await this.ask(path);
    const body = new FormData();
    body.set('csrfmiddlewaretoken', this.#token);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return this.ask(path, { method: 'POST', body });
  }
}

describe('npm run example -- django', () => {
  it('lets a user in and greets it once', async () => {
    const visitor = new Visitor();
    expect((await visitor.ask('/accounts/profile/')).status).toBe(302);
    const entered = await visitor.send('/accounts/login/', { username: 'ann', password: 'secret' });
    expect(entered.status).toBe(302);
    expect((await visitor.ask('/accounts/profile/')).text).toBe('profile of ann');
    expect((await visitor.ask('/pages/greeting/')).text).toContain('Welcome, ann');
    expect((await visitor.ask('/pages/greeting/')).text).not.toContain('Welcome, ann');
  });

  it('takes a form with a file and keeps what it is told between requests', async () => {
    const visitor = new Visitor();
    const file = new File(['content'], 'report.txt', { type: 'text/plain' });
    const { text } = await visitor.send('/forms/form/', { word: 'café', file });
    expect(text).toBe('word=café\nfile: report.txt text/plain 7');
    await visitor.ask('/visits/count/');
    expect((await visitor.ask('/visits/count/')).text).toBe('visit 2');
  });

  it('refuses a form from elsewhere', async () => {
    const body = new URLSearchParams({ a: '1' });
    const { status, text } = await new Visitor().ask('/forms/form/', { method: 'POST', body });
    expect(status).toBe(403);
    expect(text).toContain('CSRF cookie not set.');
  });

  it('shows its errors to whoever develops it', async () => {
    const failed = await new Visitor().ask('/errors/value/');
    expect(failed.status).toBe(500);
    expect(failed.text).toContain('<title>ValueError at /errors/value/</title>');
    const missing = await new Visitor().ask('/nowhere/');
    expect(missing.status).toBe(404);
    expect(missing.text).toContain('Page not found at /nowhere/');
  });
});
