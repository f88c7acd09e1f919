import { expect, test } from 'vitest';
import { SystemExit } from '#runtime/builtins';
import { receiver, Signal } from '#runtime/django/dispatch';
import { startProcess } from '#runtime/process';
import { release } from '#runtime/weakref';

test('receivers are called in the order in which they connected, and their answers returned', () => {
  const signal = new Signal<{ size: number }>();
  const double = ({ size }: { size: number }) => size * 2;
  const negate = ({ size }: { size: number }) => -size;
  signal.connect(double);
  signal.connect(negate);
  expect(signal.send(null, { size: 3 })).toEqual([
    [double, 6],
    [negate, -3],
  ]);
});

test('a receiver can hear one sender alone', () => {
  const signal = new Signal();
  const heard: unknown[] = [];
  signal.connect(({ sender }) => heard.push(sender), { sender: 'a' });
  signal.send('a', {});
  signal.send('b', {});
  expect(heard).toEqual(['a']);
  expect([signal.hasListeners('a'), signal.hasListeners('b')]).toEqual([true, false]);
});

test('a receiver is connected once, and once a dispatch uid', () => {
  const signal = new Signal();
  const one = () => 1;
  signal.connect(one);
  signal.connect(one);
  signal.connect(() => 2, { dispatchUid: 'uid' });
  signal.connect(() => 3, { dispatchUid: 'uid' });
  expect(signal.send(null, {}).map(([, answer]) => answer)).toEqual([1, 2]);
});

test('disconnect tells whether there was something to disconnect', () => {
  const signal = new Signal();
  const one = () => 1;
  signal.connect(one, { dispatchUid: 'uid' });
  expect(signal.disconnect(one)).toBe(false);
  expect(signal.disconnect(null, { dispatchUid: 'uid' })).toBe(true);
  expect(signal.hasListeners()).toBe(false);
});

test('a weak receiver is gone when its last name is, a strong one stays', () => {
  const signal = new Signal();
  const weak = () => 'weak';
  const strong = () => 'strong';
  signal.connect(weak);
  signal.connect(strong, { weak: false });
  release(weak);
  release(strong);
  expect(signal.send(null, {}).map(([, answer]) => answer)).toEqual(['strong']);
});

test('send stops at the first error, sendRobust collects exceptions and nothing wider', () => {
  const signal = new Signal();
  const error = new Error('oops');
  const failing = () => {
    throw error;
  };
  const after = () => 'after';
  signal.connect(failing);
  signal.connect(after);
  expect(() => signal.send(null, {})).toThrow(error);
  expect(signal.sendRobust(null, {})).toEqual([
    [failing, error],
    [after, 'after'],
  ]);
  signal.connect(() => {
    throw new SystemExit();
  });
  expect(() => signal.sendRobust(null, {})).toThrow(SystemExit);
});

test('receiver connects a function to several signals', () => {
  const signals = [new Signal(), new Signal()];
  const heard = receiver(signals)(() => 'heard');
  expect(signals.map((signal) => signal.send(null, {}))).toEqual([
    [[heard, 'heard']],
    [[heard, 'heard']],
  ]);
});

test('a new process has the receivers of the runtime alone', () => {
  const signal = new Signal();
  signal.connect(() => 'runtime', { atImport: true });
  signal.connect(() => 'mine');
  startProcess();
  expect(signal.send(null, {}).map(([, answer]) => answer)).toEqual(['runtime']);
});
