import { expect, it } from 'vitest';
import { byModule } from '../../site/components/snippet/entered.ts';

it('what a snippet runs through is listed by module, in the order of the run', () => {
  expect(
    byModule([
      'src/runtime/codecs.ts#latin1Encode',
      'src/runtime/wsgiref/util.ts#shiftPathInfo',
      'src/runtime/codecs.ts#latin1Decode',
      'src/runtime/process.ts#PerProcess.#hold',
    ]),
  ).toEqual([
    ['codecs.ts', ['latin1Encode', 'latin1Decode']],
    ['wsgiref/util.ts', ['shiftPathInfo']],
    ['process.ts', ['PerProcess.#hold']],
  ]);
});
