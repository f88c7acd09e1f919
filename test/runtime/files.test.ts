import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { DiskFiles } from '#runtime/adapters/disk-files';
import { files, type FileSource, MemoryFiles, setFiles } from '#runtime/files';
import { startProcess } from '#runtime/process';

const WHEN = 1_136_239_445;
const disk = mkdtempSync(join(tmpdir(), 'files-'));
mkdirSync(join(disk, 'folder'));
writeFileSync(join(disk, 'folder/b.txt'), 'bé');
writeFileSync(join(disk, 'folder/a.txt'), '');
writeFileSync(join(disk, 'top.txt'), 'top');
utimesSync(join(disk, 'top.txt'), WHEN, WHEN);
const memory = new MemoryFiles({ '/folder/b.txt': 'bé', '/folder/a.txt': '' });
memory.write('/top.txt', 'top', WHEN);

afterAll(() => {
  rmSync(disk, { recursive: true });
});

beforeEach(() => {
  startProcess();
});

const sources: [string, FileSource][] = [
  ['in memory', memory],
  ['on a disk', new DiskFiles(disk)],
];

describe.each(sources)('files %s', (_name, source) => {
  test('have content, and folders have names in order', () => {
    expect(new TextDecoder().decode(source.read('/folder/b.txt') ?? undefined)).toBe('bé');
    expect(source.read('/folder/a.txt')).toHaveLength(0);
    expect(source.list('/folder')).toEqual(['a.txt', 'b.txt']);
    expect(source.list('/')).toEqual(['folder', 'top.txt']);
  });

  test('have a size and a time', () => {
    expect(source.status('/top.txt')).toEqual({ isDirectory: false, size: 3, mtime: WHEN });
    expect(source.status('/folder/b.txt')?.size).toBe(3);
    expect(source.status('/folder')?.isDirectory).toBe(true);
  });

  test('that are not there are null', () => {
    expect([source.read('/nope'), source.status('/nope'), source.read('/folder')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

test('a process has no files until it is told where they are', () => {
  expect(files().list('/')).toEqual([]);
  setFiles(memory);
  expect(files()).toBe(memory);
  startProcess();
  expect(files().status('/top.txt')).toBeNull();
});

test('a file in memory can be taken away, and its folder goes with the last one', () => {
  const own = new MemoryFiles({ '/a/b': 'x' });
  own.remove('/a/b');
  expect([own.read('/a/b'), own.status('/a')]).toEqual([null, null]);
});
