import { afterEach, expect, it, vi } from 'vitest';
import { watch } from '../../../../site/workshop/sandbox/watchdog.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('acts at its limit, once, and not when it was called off', () => {
  vi.useFakeTimers();
  const act = vi.fn<() => void>();
  watch(1000, act);
  watch(1000, act)();
  vi.advanceTimersByTime(999);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5000);
  expect(act).toHaveBeenCalledTimes(1);
});

it('counts a standstill as one step, so that an answer that came meanwhile is heard first', async () => {
  const heard = await new Promise((resolve) => {
    const callOff = watch(200, () => resolve('the limit'));
    const answer = (): void => {
      callOff();
      resolve('the answer');
    };
    for (const start = performance.now(); performance.now() - start < 300;);
    // Timers have their turn between one immediate and the next.
    setImmediate(() => setImmediate(answer));
  });
  expect(heard).toBe('the answer');
});
