/**
 * What can go wrong with code that runs in the sandbox.
 *
 * @module
 */

/** What a program threw while it answered. `name` and `message` are the thrown error's own. */
export class SandboxError extends Error {
  readonly stackInside: string;

  constructor({ name, message, stack }: { name: string; message: string; stack: string }) {
    super(message);
    this.name = name;
    this.stackInside = stack;
  }
}

/** An answer took longer than its limit; the session is closed. */
export class SandboxTimeoutError extends Error {
  override name = 'SandboxTimeoutError' as const;
  /** In milliseconds. */
  readonly limit: number;

  constructor(limit: number) {
    super(`Stopped after ${limit / 1000} s.`);
    this.limit = limit;
  }
}

/** The session was closed before the answer came. */
export class SandboxClosedError extends Error {
  override name = 'SandboxClosedError' as const;

  constructor() {
    super('Stopped.');
  }
}

/** This browser does not let the sandbox start. */
export class SandboxRefusedError extends Error {
  override name = 'SandboxRefusedError' as const;
}
