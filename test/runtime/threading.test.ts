import { beforeEach, expect, test } from 'vitest';
import { PerProcess, startProcess } from '#runtime/process';
import { currentThread, Local, runInThread, Thread } from '#runtime/threading';

beforeEach(() => {
  startProcess();
});

test('each thread has its own value of a local', () => {
  const local = new Local<string>();
  const other = new Thread('other');
  local.set('main');
  runInThread(other, () => local.set('other'));
  expect([local.get(), runInThread(other, () => local.get())]).toEqual(['main', 'other']);
  local.delete();
  expect([local.has(), runInThread(other, () => local.has())]).toEqual([false, true]);
});

test('a local that was not set gives the fallback, or says so', () => {
  const local = new Local<string>();
  expect(local.get('fallback')).toBe('fallback');
  expect(() => local.get()).toThrow("'_thread._local' object has no attribute 'value'");
});

test('the thread before comes back, whatever the step does', () => {
  const main = currentThread();
  expect(main.name).toBe('MainThread');
  const failing = () => {
    throw new Error('in the thread');
  };
  expect(() => runInThread(new Thread('other'), failing)).toThrow('in the thread');
  expect(currentThread()).toBe(main);
});

test('each thread of a process has a number of its own, counted from the main thread on', () => {
  expect([new Thread('a').ident, new Thread('b').ident, currentThread().ident]).toEqual([2, 3, 1]);
  startProcess();
  expect(currentThread().ident).toBe(1);
});

test('a new process begins with new globals', () => {
  const cell = new PerProcess(() => [] as string[]);
  cell.value.push('before');
  const main = currentThread();
  startProcess();
  expect(cell.value).toEqual([]);
  expect(currentThread()).not.toBe(main);
});
