import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const COMMAND = fileURLToPath(new URL('../../../src/runtime/examples/serve.ts', import.meta.url));

const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** The command as a process, and what it has said so far. */
class Example {
  readonly child: ChildProcess;
  stdout = '';
  stderr = '';

  constructor(args: string[], env: Record<string, string> = {}) {
    this.child = spawn(process.execPath, [COMMAND, ...args], { env });
    running.push(this.child);
    this.child.stdout?.on('data', (text) => (this.stdout += String(text)));
    this.child.stderr?.on('data', (text) => (this.stderr += String(text)));
  }

  /** Waits for the line that says where it is, and gives the port. */
  async port(): Promise<number> {
    while (!this.stdout.includes('\n')) await once(this.child.stdout ?? this.child, 'data');
    return Number(/:(\d+)\/ /.exec(this.stdout)?.[1]);
  }

  /** Waits for its end and gives its exit status. */
  async ended(): Promise<unknown> {
    if (this.child.exitCode !== null) return this.child.exitCode;
    const [status] = (await once(this.child, 'close')) as unknown[];
    return status;
  }
}

/** Sends the parts one after another, and resolves with all that comes back. */
function ask(port: number, parts: Iterable<string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', async () => {
      socket.setNoDelay(true);
      for (const part of parts) await new Promise((sent) => socket.write(part, 'latin1', sent));
    });
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (answer += text));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

const headOf = (answer: string) => answer.split('\r\n\r\n')[0]?.split('\r\n') ?? [];
const bodyOf = (answer: string) => answer.slice(answer.indexOf('\r\n\r\n') + 4);

describe('npm run example', () => {
  it('serves hello to whoever asks, in whatever way, and logs as wsgiref does', async () => {
    const example = new Example(['hello', '--port', '0']);
    const port = await example.port();
    const origin = `http://127.0.0.1:${port}`;
    expect(example.stdout).toBe(`hello is at ${origin}/ (Ctrl+C ends it)\n`);

    const fetched = await fetch(`${origin}/?subject=J%C3%BCrgen`);
    expect(fetched.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await fetched.text()).toContain('<h1>Hello Jürgen!</h1>');

    const old = await ask(port, ['GET /?subject=Ada HTTP/1.0\r\n\r\n']);
    expect(headOf(old)).toEqual([
      'HTTP/1.0 200 OK',
      expect.stringMatching(/^Date: \w{3}, \d\d \w{3} \d{4} /),
      'Server: WSGIServer/0.2 RoundTrip/0.1.0',
      'Content-Type: text/html; charset=utf-8',
      `Content-Length: ${bodyOf(old).length}`,
    ]);
    expect(bodyOf(old)).toContain('<h1>Hello Ada!</h1>');

    const request = 'GET /?subject=Ada HTTP/1.1\r\nHost: localhost\r\n\r\n';
    expect(bodyOf(await ask(port, [request]))).toBe(bodyOf(old));
    expect(bodyOf(await ask(port, request))).toBe(bodyOf(old));

    const head = await ask(port, ['HEAD /?subject=Ada HTTP/1.1\r\nHost: localhost\r\n\r\n']);
    expect(headOf(head).filter((line) => !/^(?:Date|Content-Length)/.test(line))).toEqual([
      'HTTP/1.0 200 OK',
      'Server: WSGIServer/0.2 RoundTrip/0.1.0',
      'Content-Type: text/html; charset=utf-8',
    ]);
    expect(bodyOf(head)).toBe('');

    example.child.kill('SIGINT');
    expect(await example.ended()).toBe(0);
    expect(example.stderr.replaceAll(/\[[^\]]*\]/g, '[…]').split('\n')).toEqual([
      expect.stringMatching(/"GET \/\?subject=J%C3%BCrgen HTTP\/1.1" 200 \d+$/),
      `127.0.0.1 - - […] "GET /?subject=Ada HTTP/1.0" 200 ${bodyOf(old).length}`,
      `127.0.0.1 - - […] "GET /?subject=Ada HTTP/1.1" 200 ${bodyOf(old).length}`,
      `127.0.0.1 - - […] "GET /?subject=Ada HTTP/1.1" 200 ${bodyOf(old).length}`,
      '127.0.0.1 - - […] "HEAD /?subject=Ada HTTP/1.1" 200 0',
      '',
    ]);
  });

  it('serves dispatch on the port of the environment', async () => {
    const port = await new Example(['dispatch'], { PORT: '0' }).port();
    const statusAt = async (path: string) =>
      headOf(await ask(port, [`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`]))[0];
    expect(await statusAt('/')).toBe('HTTP/1.0 200 OK');
    expect(await statusAt('/nowhere')).toBe('HTTP/1.0 404 Not Found');
    const greeted = await fetch(`http://127.0.0.1:${port}/hello/Jos%C3%A9`);
    expect(await greeted.text()).toContain('<h1>Hello José!</h1>');
  });

  it('serves errors, and lives on after each', async () => {
    const example = new Example(['errors', '--port=0']);
    const origin = `http://127.0.0.1:${await example.port()}`;
    const statusAt = async (path: string) => (await fetch(`${origin}${path}`)).status;
    expect(await statusAt('/2007/after')).toBe(200);
    expect(await statusAt('/mended/after')).toBe(500);
    const half = await (await fetch(`${origin}/mended/middle`)).text();
    expect(half).toBe('<p>Half of a page.\n');
    example.child.kill('SIGTERM');
    expect(await example.ended()).toBe(0);
    expect(example.stderr).toContain('\nValueError: half sent\n');
  });

  it('ends at Ctrl+C while a client is half through its request', async () => {
    const example = new Example(['hello', '--port', '0']);
    const socket = connect(await example.port(), '127.0.0.1', () => socket.write('GET / HT'));
    await once(socket, 'connect');
    socket.on('error', () => {});
    example.child.kill('SIGINT');
    expect(await example.ended()).toBe(0);
  });

  it('says in a sentence that a port is in use', async () => {
    const port = await new Example(['hello', '--port', '0']).port();
    const second = new Example(['hello', '--port', String(port)]);
    expect(await second.ended()).toBe(2);
    expect(second.stderr).toBe(
      `Port ${port} is in use. Name another, or --port 0 for any free one.\n`,
    );
    expect(second.stdout).toBe('');
  });

  const usage = 'Usage: npm run example -- hello|dispatch|errors|django [--port 8000]';
  it.each([
    [['goodbye'], `There is no example "goodbye". ${usage}`],
    [['constructor'], `There is no example "constructor". ${usage}`],
    [[], usage],
    [['hello', 'errors'], usage],
    [['hello', '--prot', '0'], usage],
    [['hello', '--port'], usage],
    [['hello', '--port', 'x'], '"x" is no port: a port is a number from 0 to 65535.'],
    [['hello', '--port', '65536'], '"65536" is no port: a port is a number from 0 to 65535.'],
  ])('refuses what it cannot do, with a sentence: %j', async (args, sentence) => {
    const example = new Example(args);
    expect(await example.ended()).toBe(2);
    expect(example.stderr).toBe(`${sentence}\n`);
  });
});
