import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const programme = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const REQUEST = {
  REQUEST_METHOD: 'POST',
  SCRIPT_NAME: '/cgi-bin/echo',
  PATH_INFO: '/é',
  QUERY_STRING: '',
  SERVER_NAME: 'localhost',
  SERVER_PORT: '80',
  SERVER_PROTOCOL: 'HTTP/1.1',
};

describe('Node as a CGI program', () => {
  it('reads its request from variables and input, and answers on its output', () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [programme('cgi-echo.ts')], {
      input: 'abcdefg\nh\ni\nj\nkl',
      env: REQUEST,
      encoding: 'utf8',
    });
    const [head, body] = stdout.split('\r\n\r\n');
    expect(head).toMatch(/^Status: 200 OK\r\nContent-Type: text\/plain\r\nContent-Length: \d+$/);
    expect(JSON.parse(body ?? '')).toEqual([
      '/Ã©',
      true,
      'abc',
      'de',
      'fg\n',
      'h\n',
      'i\n',
      'j\n',
      'kl',
      '',
      '',
    ]);
    expect(stderr).toBe('read 9 parts €\n');
    expect(status).toBe(0);
  });

  it('ends quietly when nobody reads its answer', async () => {
    const child = spawn(process.execPath, [programme('cgi-flood.ts')], { env: REQUEST });
    const logged: string[] = [];
    child.stderr.on('data', (data) => logged.push(String(data)));
    child.stdout.once('data', () => child.stdout.destroy());
    const [status] = (await once(child, 'close')) as [number];
    expect(logged.join('')).toBe('');
    expect(status).toBe(0);
  });

  it('takes a body that is larger than a pipe holds', () => {
    const { stdout } = spawnSync(process.execPath, [programme('cgi-echo.ts')], {
      input: 'x'.repeat(300_000),
      env: REQUEST,
      encoding: 'utf8',
    });
    const parts = JSON.parse(stdout.split('\r\n\r\n')[1] ?? '') as string[];
    expect(parts.slice(2).join('')).toHaveLength(300_000);
  });
});
