/**
 * A process that answers questions: one side of a comparison.
 *
 * @module
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A process that is asked one thing after the other. */
export interface Side {
  /** The answer to a question. @throws an error with what the process said last, if it has ended. */
  ask<Answer>(question: object): Promise<Answer>;
  /** Lets it end, and waits for that. */
  end(): Promise<void>;
}

/** Starts a side. */
export function startSide(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Side {
  const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const closed = once(child, 'close');
  closed.catch(() => undefined);
  return {
    async ask<Answer>(question: object): Promise<Answer> {
      child.stdin.write(`${JSON.stringify(question)}\n`);
      const line = await lines.next();
      if (!line.done) return JSON.parse(line.value) as Answer;
      await closed;
      throw new Error(`${command} ${args.join(' ')} has ended:\n${complaint}`);
    },
    async end() {
      child.stdin.end();
      await closed;
    },
  };
}
