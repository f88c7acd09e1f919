import { describe, expect, it } from 'vitest';

import { catchWarnings } from '#runtime/warnings';
import { checkEnviron, checkErrors, checkInput, WSGIWarning } from '#runtime/wsgiref/validate';
import { describeCases, environ, type ValidationCase } from './validation.ts';

const NO_QUERY =
  'WSGIWarning: QUERY_STRING is not in the WSGI environment; the cgi module will use sys.argv ' +
  'when this variable is missing, so application errors are more likely';

const changed = (
  title: string,
  changes: Record<string, unknown>,
  outcome: string[],
  python = JSON.stringify(changes),
): ValidationCase => ({
  title,
  ours: () => checkEnviron(environ(changes)),
  python: `validate.check_environ(environ(${python}))`,
  outcome,
});

const lacking = (key: string, outcome: string[]): ValidationCase => ({
  title: `says what it does without ${key}`,
  ours: () => checkEnviron(environ({}, [key])),
  python: `validate.check_environ(environ({}, ['${key}']))`,
  outcome,
});

const REQUIRED = [
  'REQUEST_METHOD',
  'SERVER_NAME',
  'SERVER_PORT',
  'wsgi.version',
  'wsgi.input',
  'wsgi.errors',
  'wsgi.multithread',
  'wsgi.multiprocess',
  'wsgi.run_once',
];

const STREAM = `
class Stream:
    def __repr__(self):
        return '<Stream object>'

def stream(names, missing):
    for name in names:
        if name != missing:
            setattr(Stream, name, None)
    return Stream()
`;

class Stream {
  readonly mode = 'r';
}

const without = (names: readonly string[], missing: string): Stream => {
  const stream = new Stream();
  for (const name of names.filter((one) => one !== missing)) {
    Object.defineProperty(stream, name === '__iter__' ? Symbol.iterator : name, { value: null });
  }
  return stream;
};

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PATCH', 'PUT', 'DELETE', 'TRACE'];

const refused = (value: string): string[] => [
  `ValueError: invalid literal for int() with base 10: '${value}'`,
];

describeCases('the environ as the validator sees it', [
  changed('accepts what setup_testing_defaults makes', {}, []),
  {
    title: 'must be a dict',
    ours: () => checkEnviron('environ'),
    python: "validate.check_environ('environ')",
    outcome: [
      "AssertionError: Environment is not of the right type: <class 'str'> (environment: 'environ')",
    ],
  },
  {
    title: 'may not be a list',
    ours: () => checkEnviron([1]),
    python: 'validate.check_environ([1])',
    outcome: [
      "AssertionError: Environment is not of the right type: <class 'list'> (environment: [1])",
    ],
  },
  ...REQUIRED.map((key) =>
    lacking(key, [`AssertionError: Environment missing required key: '${key}'`]),
  ),
  changed('refuses HTTP_CONTENT_TYPE', { HTTP_CONTENT_TYPE: 'text/plain' }, [
    'AssertionError: Environment should not have the key: HTTP_CONTENT_TYPE (use CONTENT_TYPE instead)',
  ]),
  changed('refuses HTTP_CONTENT_LENGTH', { HTTP_CONTENT_LENGTH: '1' }, [
    'AssertionError: Environment should not have the key: HTTP_CONTENT_LENGTH (use CONTENT_LENGTH instead)',
  ]),
  lacking('QUERY_STRING', [NO_QUERY]),
  changed('wants text where a key has no dot', { REMOTE_PORT: 80 }, [
    "AssertionError: Environmental variable REMOTE_PORT is not a string: <class 'int'> (value: 80)",
  ]),
  changed(
    'does not take bytes for text',
    { PATH_INFO: new Uint8Array([47]) },
    [
      "AssertionError: Environmental variable PATH_INFO is not a string: <class 'bytes'> (value: b'/')",
    ],
    "{'PATH_INFO': b'/'}",
  ),
  changed('takes anything where a key has a dot', { 'my.key': 80 }, []),
  changed('does not take a list for a version', { 'wsgi.version': [1, 0] }, [
    'AssertionError: wsgi.version should be a tuple ([1, 0])',
  ]),
  changed(
    'takes any tuple for a version',
    { 'wsgi.version': Object.freeze([9, 9]) },
    [],
    "{'wsgi.version': (9, 9)}",
  ),
  changed('knows two schemes', { 'wsgi.url_scheme': 'ftp' }, [
    "AssertionError: wsgi.url_scheme unknown: 'ftp'",
  ]),
  lacking('wsgi.url_scheme', ["KeyError: 'wsgi.url_scheme'"]),
  ...METHODS.map((method) => changed(`knows the method ${method}`, { REQUEST_METHOD: method }, [])),
  changed('warns of another method', { REQUEST_METHOD: 'BREW' }, [
    "WSGIWarning: Unknown REQUEST_METHOD: 'BREW'",
  ]),
  changed('wants a slash before the script', { SCRIPT_NAME: 'app' }, [
    "AssertionError: SCRIPT_NAME doesn't start with /: 'app'",
  ]),
  changed('wants a slash before the path', { PATH_INFO: 'a' }, [
    "AssertionError: PATH_INFO doesn't start with /: 'a'",
  ]),
  changed('allows an empty path', { SCRIPT_NAME: '/app', PATH_INFO: '' }, []),
  changed('refuses a script that is a slash', { SCRIPT_NAME: '/' }, [
    "AssertionError: SCRIPT_NAME cannot be '/'; it should instead be '', and PATH_INFO should be '/'",
  ]),
  lacking('SCRIPT_NAME', ["KeyError: 'SCRIPT_NAME'"]),
  lacking('PATH_INFO', ["KeyError: 'PATH_INFO'"]),
  changed('refuses a negative length', { CONTENT_LENGTH: '-1' }, [
    "AssertionError: Invalid CONTENT_LENGTH: '-1'",
  ]),
  ...['', '0', '12', ' 1_0 ', '+3', '\u00a07\u0085'].map((length) =>
    changed(`takes ${JSON.stringify(length)} for a length`, { CONTENT_LENGTH: length }, []),
  ),
  ...['abc', '1.5', '1__0', '_1', '5, 5', '\u00b2'].map((length) =>
    changed(
      `does not take ${JSON.stringify(length)} for a length`,
      { CONTENT_LENGTH: length },
      refused(length),
    ),
  ),
  changed('shows spaces as they are', { CONTENT_LENGTH: ' ' }, refused(' ')),
  ...['read', 'readline', 'readlines', '__iter__'].map((name): ValidationCase => ({
    title: `wants an input with ${name}`,
    ours: () => checkInput(without(['read', 'readline', 'readlines', '__iter__'], name)),
    python: `${STREAM}\nvalidate.check_input(stream(['read', 'readline', 'readlines', '__iter__'], '${name}'))`,
    outcome: [`AssertionError: wsgi.input (<Stream object>) doesn't have the attribute ${name}`],
  })),
  ...['flush', 'write', 'writelines'].map((name): ValidationCase => ({
    title: `wants an error stream with ${name}`,
    ours: () => checkErrors(without(['flush', 'write', 'writelines'], name)),
    python: `${STREAM}\nvalidate.check_errors(stream(['flush', 'write', 'writelines'], '${name}'))`,
    outcome: [`AssertionError: wsgi.errors (<Stream object>) doesn't have the attribute ${name}`],
  })),
]);

describe('a warning of the validator', () => {
  it('is a WSGIWarning', () => {
    const [warning] = catchWarnings(() => checkEnviron(environ({ REQUEST_METHOD: 'BREW' })));
    expect(warning).toBeInstanceOf(WSGIWarning);
  });
});
