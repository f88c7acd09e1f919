import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freePort, Project, settingsTelling, urlsSaying } from './project.ts';

const QUIT = 'Quit the server with CONTROL-C.\n';

let project: Project;

beforeEach(() => {
  project = new Project();
});

afterEach(() => project.close());

const ask = (port: number, path: string) => fetch(`http://127.0.0.1:${port}${path}`);

/** Status and body, once somebody listens: a server says where it is before it is there. */
async function textAt(port: number, path = '/'): Promise<string> {
  const response = await ask(port, path).catch(() => null);
  if (response) return `${response.status} ${await response.text()}`;
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
  return textAt(port, path);
}

describe('manage.ts', () => {
  test('runs a command and ends with the status that Python would have', async () => {
    const [good, bad] = [project.manage('check'), project.manage('chekc')];
    expect([await good.ended, await bad.ended]).toEqual([0, 1]);
    expect(good.printed()).toBe('System check identified no issues (0 silenced).\n');
    expect(bad.printed()).toBe(
      "Unknown command: 'chekc'. Did you mean check?\nType 'manage.ts help' for usage.\n",
    );
  });

  test('ends with a traceback where the site cannot start', async () => {
    project.write('mysite/settings.ts', 'throw new RangeError("on purpose");');
    const failed = project.manage('check');
    expect(await failed.ended).toBe(1);
    expect(failed.printed()).toMatch(/^Traceback[\s\S]*RangeError: on purpose\n$/);
  });
});

describe('runserver', () => {
  test('says where it serves, serves the site and its static files, and ends with 0 when interrupted', async () => {
    const port = await freePort();
    const serving = project.manage('runserver', '--noreload', String(port));
    await serving.until(QUIT);
    expect(await textAt(port)).toBe('200 one');
    expect(await textAt(port, '/static/a.css')).toBe('200 body {}\n');
    serving.child.kill('SIGINT');
    expect(await serving.ended).toBe(0);
    const date = /\w+ \d\d, \d{4} - \d\d:\d\d:\d\d/;
    const time = /\[\d\d\/\w{3}\/\d{4} \d\d:\d\d:\d\d\]/g;
    expect(serving.printed().replace(date, 'DATE').replaceAll(time, '[TIME]')).toBe(
      'Performing system checks...\n\n' +
        'System check identified no issues (0 silenced).\nDATE\n' +
        "Django version 2.2.28, using settings 'mysite.settings'\n" +
        `Starting development server at http://127.0.0.1:${port}/\n${QUIT}` +
        '[TIME] "GET / HTTP/1.1" 200 3\n[TIME] "GET /static/a.css HTTP/1.1" 200 8\n',
    );
  });

  test('leaves static files to the site where it is told to', async () => {
    const port = await freePort();
    const serving = project.manage('runserver', '--noreload', '--nostatic', String(port));
    await serving.until(QUIT);
    expect(await textAt(port, '/static/a.css')).toMatch(/^404 /);
  });

  test('ends with 1 where its port is taken, its address is none, or no host is allowed', async () => {
    const taken = await new Promise<Server>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
    });
    const address = taken.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const late = project.manage('runserver', '--noreload', String(port));
    const wrong = project.manage('runserver', '--noreload', 'x:y');
    const closed = new Project({
      'mysite/settings.ts': "export const SECRET_KEY = 'x';\nexport const INSTALLED_APPS = [];\n",
    });
    const hostless = closed.manage('runserver', '--noreload');
    expect([await late.ended, await wrong.ended, await hostless.ended]).toEqual([1, 1, 1]);
    taken.close();
    await closed.close();
    expect(late.printed()).toMatch(/Error: That port is already in use\.\n$/);
    expect(wrong.printed()).toBe(
      'CommandError: "x:y" is not a valid port number or address:port pair.\n',
    );
    expect(hostless.printed()).toBe(
      'CommandError: You must set settings.ALLOWED_HOSTS if DEBUG is False.\n',
    );
  });

  test('starts again when a file changes, and keeps watching one that cannot be imported', async () => {
    project.write('mysite/settings.ts', settingsTelling('django.utils.autoreload'));
    const port = await freePort();
    const serving = project.manage('runserver', String(port));
    /** A change before it is watched for would never be seen. */
    const watching = (times: number) =>
      serving.until('/mysite/urls.ts first seen with mtime', times);
    await serving.until(QUIT);
    expect(await textAt(port)).toBe('200 one');

    await watching(1);
    project.write('mysite/urls.ts', urlsSaying('two'));
    await serving.until(QUIT, 2);
    expect(await textAt(port)).toBe('200 two');

    await watching(2);
    project.write('mysite/urls.ts', 'export const urlpatterns = [;\n');
    await serving.until('SyntaxError');
    await watching(3);
    expect(serving.printed()).toContain('Exception in thread django-main-thread:\n');
    await expect(ask(port, '/')).rejects.toThrow('fetch failed');

    project.write('mysite/urls.ts', urlsSaying('three'));
    await serving.until(QUIT, 3);
    expect(await textAt(port)).toBe('200 three');
    const changes = serving.printed().match(/urls\.ts changed, reloading\.\n/g);
    expect(changes).toHaveLength(3);
    serving.child.kill('SIGTERM');
    expect(await serving.ended).toBe(0);
  });
});
