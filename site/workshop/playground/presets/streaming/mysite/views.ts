import { RuntimeError } from '#runtime/builtins';
import { StreamingHttpResponse } from '#runtime/django/http';

function* count(last: number): Generator<string> {
  try {
    for (let line = 1; line <= last; line += 1) {
      console.log(`line ${line} is made`);
      yield `line ${line}\n`;
    }
  } finally {
    console.log('the generator is closed');
  }
}

function* failing(): Generator<string> {
  yield* count(2);
  throw new RuntimeError('after two lines');
}

export function lines(): StreamingHttpResponse {
  console.log('the view returns before a line is made');
  return new StreamingHttpResponse(count(4), { contentType: 'text/plain' });
}

/** The status line has left by then: nobody can make a 500 of it. */
export function broken(): StreamingHttpResponse {
  return new StreamingHttpResponse(failing(), { contentType: 'text/plain' });
}

/** The client hangs up after two megabytes, or after a second. */
export function endless(): StreamingHttpResponse {
  return new StreamingHttpResponse(more(), { contentType: 'text/plain' });
}

function* more(): Generator<string> {
  try {
    for (;;) yield `${'again '.repeat(2000)}\n`;
  } finally {
    console.log('the generator is closed');
  }
}
