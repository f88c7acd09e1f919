import { expect, it } from 'vitest';
import { chapterStep, NoSuchStepError, tell } from '../../../../site/workshop/build/told-trace.ts';
import { follow } from './traced-program.ts';

it('a chapter is told which step its function is, in a request of its own', async () => {
  const name = 'django.core.handlers.exception:response_for_exception';
  const { place, count, sentence } = await chapterStep(name, 'raises', 'way');
  expect(sentence).toBe('response_for_exception begins, in URLs and hooks, on the way out');
  expect(place).toBeLessThan(count);
});

it('a chapter that asks for a step which the request does not have fails, and so does the build', async () => {
  const asked = chapterStep(
    'django.core.handlers.exception:response_for_exception',
    'answers',
    'way',
  );
  await expect(asked).rejects.toThrow(NoSuchStepError);
  await expect(asked).rejects.toThrow(
    '<Follow step="django.core.handlers.exception:response_for_exception">: with a view that answers, the request enters no such function.',
  );
});

it('the list of a trace has each step on the way, with what changed and what happened beside it', async () => {
  const told = tell(await follow());
  expect(told.map(({ number }) => number)).toEqual(
    told.map(({ number }) => number).toSorted((one, other) => one - other),
  );
  const [first, last] = [told[0], told.at(-1)];
  expect(first?.sentence).toContain('handle_one_request begins, in the server, on the way in');
  expect(last?.sentence).toContain('handle_one_request ends, in the server, on the way out');
  expect(told.flatMap(({ changed }) => changed)).toContain('request: user');
  expect(told.flatMap(({ events }) => events)).toContain('Signal request_started');
});
