import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  DEFAULT_SETUP,
  type SentRequest,
  type ViewName,
} from '../../../../site/workshop/stepper/setup.ts';
import { follow } from './traced-program.ts';

/** What `test/golden/record_mysite.py` wrote. */
interface Recorded {
  view: ViewName;
  middleware: string[];
  request: SentRequest;
  sent: string;
}

const golden = new URL('../../../golden/mysite.json', import.meta.url);
const recorded = JSON.parse(readFileSync(golden, 'utf8')) as Recorded[];

/** Without what is another each time; of a page that is our own, the head. */
function shortened(sent: string, isOwnPage: boolean): string {
  const text = sent.replaceAll(/(?:Date|Server): [^\r]*\r\n/g, '');
  const [head = ''] = text.split('\r\n\r\n');
  return isOwnPage ? `${head}\r\n`.replace(/Content-Length: \d+\r\n/, '') : text;
}

it('what is followed sends what real Django 2.2.28 sent, byte for byte', async () => {
  expect(recorded.length).toBeGreaterThan(40);
  const wrong: object[] = [];
  for (const { view, middleware, request, sent } of recorded) {
    const off = DEFAULT_SETUP.middleware.filter(({ path }) => !middleware.includes(path));
    const layers = [
      ...middleware.map((path) => ({ path, on: true })),
      ...off.map(({ path }) => ({ path, on: false })),
    ];
    const { wire } = await follow({ view, middleware: layers, request });
    const ours = shortened(wire.head + wire.chunks.join(''), !sent.includes('\r\n\r\n'));
    if (ours !== sent) wrong.push({ view, middleware, request, sent, ours });
  }
  expect(wrong).toEqual([]);
});
