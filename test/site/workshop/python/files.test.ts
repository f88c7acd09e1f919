import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const FILES: Record<string, Uint8Array> = {
  '/workshop/python/loader-1.mjs': new Uint8Array(30).fill(1),
  '/workshop/python/wasm-1.wasm': new Uint8Array(70).fill(2),
};

const MANIFEST = {
  programs: {},
  python: {
    loader: { path: '/workshop/python/loader-1.mjs', bytes: 30 },
    wasm: { path: '/workshop/python/wasm-1.wasm', bytes: 70 },
  },
};

/** A site that serves files in pieces of 20 bytes; what is asked of it is written down. */
function serveFiles(files: Record<string, Uint8Array>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string, { signal }: RequestInit = {}) => {
    if (path.endsWith('manifest.json')) return Response.json(MANIFEST);
    asked.push(path);
    const bytes = files[path];
    if (!bytes) return new Response('', { status: 404 });
    const stream = new ReadableStream<Uint8Array>({
      async start(controller) {
        for (let at = 0; at < bytes.length; at += 20) {
          await Promise.resolve();
          if (signal?.aborted) return controller.error(signal.reason);
          controller.enqueue(bytes.slice(at, at + 20));
        }
        controller.close();
      },
    });
    return new Response(stream);
  });
  return asked;
}

async function freshFiles() {
  vi.resetModules();
  return import('../../../../site/workshop/python/files.ts');
}

describe('the files of Python', () => {
  beforeEach(() => void vi.resetModules());
  afterEach(() => void vi.unstubAllGlobals());

  it('are loaded with their progress told in bytes, and only once', async () => {
    const asked = serveFiles(FILES);
    const { fetchPythonFiles } = await freshFiles();
    const told: [number, number][] = [];
    const hear = ({ loaded, total }: { loaded: number; total: number }): void =>
      void told.push([loaded, total]);
    const { signal } = new AbortController();
    const found = await fetchPythonFiles(['loader', 'wasm'], { signal, hear });
    expect(new Uint8Array(found.wasm)).toEqual(FILES['/workshop/python/wasm-1.wasm']);
    expect(told[0]).toEqual([0, 100]);
    expect(told.at(-1)).toEqual([100, 100]);
    expect(told.length).toBeGreaterThan(4);
    await fetchPythonFiles(['loader', 'wasm'], { signal, hear });
    expect(asked).toHaveLength(2);
  });

  it.each([
    ['is cut off', { '/workshop/python/loader-1.mjs': new Uint8Array(29) }, 'came 1 bytes short'],
    ['is too long', { '/workshop/python/loader-1.mjs': new Uint8Array(31) }, 'longer than it'],
    ['is not there', {}, 'could not be loaded (404)'],
  ])('are refused where one %s, and can be asked for again', async (_, files, words) => {
    serveFiles(files);
    const { fetchPythonFiles } = await freshFiles();
    const options = { signal: new AbortController().signal, hear: () => {} };
    await expect(fetchPythonFiles(['loader'], options)).rejects.toThrow(words);
    serveFiles(FILES);
    const { loader } = await fetchPythonFiles(['loader'], options);
    expect(loader.byteLength).toBe(30);
  });

  it('are not loaded further when the reader calls it off', async () => {
    serveFiles(FILES);
    const { fetchPythonFiles } = await freshFiles();
    const off = new AbortController();
    const hear = ({ loaded }: { loaded: number }): void => {
      if (loaded > 0) off.abort();
    };
    await expect(fetchPythonFiles(['wasm'], { signal: off.signal, hear })).rejects.toThrow('abort');
  });

  it('say so where the site was built without them', async () => {
    serveFiles(FILES);
    const { fetchPythonFiles, hasPythonFile } = await freshFiles();
    expect(await hasPythonFile('django')).toBe(false);
    const options = { signal: new AbortController().signal, hear: () => {} };
    await expect(fetchPythonFiles(['django'], options)).rejects.toThrow('built without django');
  });
});
