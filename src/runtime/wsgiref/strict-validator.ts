/**
 * A middleware that holds server and application to all of PEP 3333 that can be seen from
 * between them: what `validate.ts` checks, and where that is silent, {@link STRICT_CHECKS}.
 * Twice wsgiref's validator forbids what PEP 3333 allows, and this one does not follow it:
 * `read()` needs no size, and `SCRIPT_NAME`, `PATH_INFO` and `QUERY_STRING` may be absent where
 * they are empty. Otherwise what wsgiref refuses is refused here too, such as a page without a
 * `Content-Type`, of which PEP 3333 says nothing.
 *
 * @module
 */

import { repr } from '../repr.ts';
import { resultLength } from './application-result.ts';
import { onlyCall, onlyIterate, onlyStream } from './strict-access.ts';
import { Conversation } from './strict-conversation.ts';
import { holdTo } from './strict-checks.ts';
import { checkStrictEnviron, watchFileWrapper } from './strict-environ.ts';
import type { WSGIApplication } from './types.ts';
import { assertThat } from './validate-assertions.ts';
import { ErrorWrapper, InputWrapper, IteratorWrapper } from './validate-wrappers.ts';
import { checkResult, type ValidatedApplication } from './validate.ts';

export { ClauseError, STRICT_CHECKS, type StrictCheck, type StrictRow } from './strict-checks.ts';

/** An input that reads all that is left where no size is given. */
class StrictInputWrapper extends InputWrapper {
  override read(...size: number[]): Uint8Array {
    return super.read(...(size.length === 0 ? [-1] : size));
  }
}

/** A result that counts its blocks. */
class StrictIterator extends IteratorWrapper {
  readonly #conversation: Conversation;
  readonly #length: number | null;
  #count = 0;

  constructor(result: unknown, conversation: Conversation) {
    super(result, conversation);
    this.#conversation = conversation;
    this.#length = resultLength(result);
  }

  override next(): IteratorResult<Uint8Array, undefined> {
    const step = this.#conversation.ask(() => super.next());
    if (step.done === true) this.#checkLength();
    else this.#count += 1;
    return step;
  }

  #checkLength(): void {
    holdTo(
      19,
      this.#length === null || this.#count === this.#length,
      () => `The result told a length of ${repr(this.#length)} and gave ${this.#count} blocks.`,
    );
  }
}

/**
 * The application, watched more closely than `validator()` does. The streams in its environ,
 * and `wsgi.file_wrapper`, are replaced by ones that check.
 * @throws {ClauseError} (the application made does) for a row of {@link STRICT_CHECKS}, and
 * what `validator()` throws for all else.
 */
export function strictValidator(application: WSGIApplication): ValidatedApplication {
  const watched: ValidatedApplication = (...call) => {
    assertThat(call.length === 2, () => 'Two arguments required');
    const [environ, startResponse] = call;
    checkStrictEnviron(environ);

    const input = new StrictInputWrapper(environ['wsgi.input']);
    environ['wsgi.input'] = onlyStream(input, 'wsgi.input', ['read', 'readline', 'readlines']);
    const errors = new ErrorWrapper(environ['wsgi.errors']);
    environ['wsgi.errors'] = onlyStream(errors, 'wsgi.errors', ['write', 'writelines', 'flush']);
    const wrapper = environ['wsgi.file_wrapper'];
    if (wrapper !== undefined) environ['wsgi.file_wrapper'] = watchFileWrapper(wrapper);

    const conversation = new Conversation(startResponse, environ.REQUEST_METHOD === 'HEAD');
    const result: unknown = conversation.step(() =>
      application(environ, conversation.startResponse),
    );
    checkResult(result);
    return onlyIterate(new StrictIterator(result, conversation));
  };
  return onlyCall(watched, 'server', 'the application');
}
