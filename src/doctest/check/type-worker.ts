/**
 * The inside of TypeScript's thread: opens chapters, and answers one question after another.
 *
 * @module
 */

import { parentPort } from 'node:worker_threads';
import { nameTypes } from './name-types.ts';
import { checkAnswerTypes, checkTypes } from './type-check.ts';
import { TypeProgram } from './type-program.ts';
import type { TypeAnswer, TypeQuestion, TypeRequest } from './type-thread.ts';

if (!parentPort) throw new Error('This module is the inside of a thread.');
const port = parentPort;

/** The questions so far, each asked when those before it are answered. */
let turn = Promise.resolve();

port.once('message', ({ root, inputs, exercises }: TypeQuestion) => {
  const opened = TypeProgram.open(root, inputs);
  opened.catch(() => {});
  const answer = async (request: TypeRequest): Promise<unknown> => {
    const program = await opened;
    if (request === 'failures')
      return [...(await checkTypes(program)), ...(await checkAnswerTypes(program, exercises))];
    if (request !== 'close') return nameTypes(program, request.names);
    await program.close();
  };
  port.on('message', (request: TypeRequest) => {
    turn = turn.then(async () => {
      port.postMessage(
        await answer(request).then(
          (value): TypeAnswer => ({ value }),
          (error: unknown): TypeAnswer => ({ error }),
        ),
      );
      if (request === 'close') port.close();
    });
  });
});
