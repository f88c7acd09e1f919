/**
 * What a reader sets up to be followed: a request, the layers of middleware, and a view.
 *
 * @module
 */

/** A request as a browser would send it. */
export interface SentRequest {
  method: string;
  /** Path and query. */
  path: string;
  headers: [name: string, value: string][];
  body: string;
}

/** A layer and whether it is on, outermost first. */
export interface ChosenLayer {
  path: string;
  on: boolean;
}

/** All of it. */
export interface Setup {
  request: SentRequest;
  middleware: ChosenLayer[];
  view: ViewName;
}

/** What a view can do, and how the page says so. */
export const VIEWS = {
  answers: 'answers',
  raises: 'raises ValueError',
  missing: 'raises Http404',
  refuses: 'raises PermissionDenied',
  streams: 'streams its answer',
  'breaks off': 'raises while it streams',
  'returns nothing': 'returns nothing',
  'renders late': 'answers with a TemplateResponse',
  moves: 'redirects',
  'reads a form': 'reads a form',
} as const;

/** A view by what it does. */
export type ViewName = keyof typeof VIEWS;

/** The layers that startproject writes. */
export const USUAL_LAYERS = [
  'django.middleware.security.SecurityMiddleware',
  'django.contrib.sessions.middleware.SessionMiddleware',
  'django.middleware.common.CommonMiddleware',
  'django.middleware.csrf.CsrfViewMiddleware',
  'django.contrib.auth.middleware.AuthenticationMiddleware',
  'django.contrib.messages.middleware.MessageMiddleware',
  'django.middleware.clickjacking.XFrameOptionsMiddleware',
] as const;

/** Others to choose from, with what they do. */
export const OTHER_LAYERS = {
  'django.middleware.http.ConditionalGetMiddleware': 'answers 304 where nothing is new',
  'mysite.middleware.Rescue': 'answers the exceptions of views',
  'mysite.middleware.gate': 'answers by itself, without the view',
  'mysite.middleware.stumble': 'raises on the way in',
} as const;

/** What is followed where a reader has chosen nothing. */
export const DEFAULT_SETUP: Setup = {
  request: {
    method: 'GET',
    path: '/hello/ann/?page=2',
    headers: [
      ['Host', 'example.com'],
      ['Accept', 'text/html'],
    ],
    body: '',
  },
  middleware: [
    ...USUAL_LAYERS.map((path) => ({ path, on: true })),
    ...Object.keys(OTHER_LAYERS).map((path) => ({ path, on: false })),
  ],
  view: 'answers',
};

/** How long the parts of a request may be, in characters, and how many headers it may have. */
export const LIMITS = { method: 20, path: 2000, headers: 30, header: 1000, body: 4000 } as const;

/** A setup that cannot be followed. The message is a sentence for the reader. */
export class SetupError extends Error {
  override name = 'SetupError';
}

/** What was given, if it is a setup. @throws {SetupError} with the first thing that is wrong. */
export function checkSetup(given: unknown): Setup {
  const { request, middleware, view } = fieldsOf(given, 'The setup');
  if (typeof view !== 'string' || !Object.hasOwn(VIEWS, view))
    throw new SetupError(`There is no view that ${quoted(view)}.`);
  return {
    request: checkRequest(request),
    middleware: checkMiddleware(middleware),
    view: view as ViewName,
  };
}

/** What was given, if it is a request. @throws {SetupError} */
export function checkRequest(given: unknown): SentRequest {
  const { method, path, headers, body } = fieldsOf(given, 'The request');
  if (typeof method !== 'string' || !/^[A-Za-z]+$/.test(method) || method.length > LIMITS.method)
    throw new SetupError(
      `${quoted(method)} is no method: it is a word of up to ${LIMITS.method} letters.`,
    );
  if (typeof path !== 'string' || !path.startsWith('/') || /[^\x21-\x7e]/.test(path))
    throw new SetupError(
      `${quoted(path)} is no path: it begins with a slash and has neither spaces nor letters beyond ASCII; write those as %20 or %C3%A9.`,
    );
  if (path.length > LIMITS.path)
    throw new SetupError(`The path has ${path.length} characters; ${LIMITS.path} are the most.`);
  if (typeof body !== 'string') throw new SetupError('The body is no text.');
  if (body.length > LIMITS.body)
    throw new SetupError(`The body has ${body.length} characters; ${LIMITS.body} are the most.`);
  return { method, path, headers: checkHeaders(headers), body };
}

function checkHeaders(given: unknown): SentRequest['headers'] {
  if (!Array.isArray(given)) throw new SetupError('The headers are no list.');
  if (given.length > LIMITS.headers)
    throw new SetupError(`There are ${given.length} headers; ${LIMITS.headers} are the most.`);
  return given.map((pair: unknown) => {
    const [name, value] = Array.isArray(pair) ? (pair as unknown[]) : [];
    if (typeof name !== 'string' || !/^[\w!#$%&'*+.^`|~-]+$/.test(name))
      throw new SetupError(`${quoted(name)} is no name of a header.`);
    if (typeof value !== 'string' || /[^\x20-\x7e\xa0-\xff]/.test(value))
      throw new SetupError(`The header ${name} has a value that no header can have.`);
    if (name.length + value.length > LIMITS.header)
      throw new SetupError(
        `The header ${name.slice(0, 40)} is longer than ${LIMITS.header} characters.`,
      );
    return [name, value];
  });
}

function checkMiddleware(given: unknown): ChosenLayer[] {
  if (!Array.isArray(given)) throw new SetupError('The middleware is no list.');
  const known = new Set(DEFAULT_SETUP.middleware.map(({ path }) => path));
  const chosen = given.map((layer: unknown) => {
    const { path, on } = fieldsOf(layer, 'A layer');
    if (typeof path !== 'string' || !known.has(path))
      throw new SetupError(`There is no middleware ${quoted(path)} here.`);
    if (typeof on !== 'boolean') throw new SetupError(`${path} is neither on nor off.`);
    return { path, on };
  });
  const paths = new Set(chosen.map(({ path }) => path));
  if (paths.size < chosen.length) throw new SetupError('A layer of middleware is there twice.');
  const missing = DEFAULT_SETUP.middleware.filter(({ path }) => !paths.has(path));
  return [...chosen, ...missing.map(({ path }) => ({ path, on: false }))];
}

/** The fields of what was given. @throws {SetupError} where it has none. */
export function fieldsOf(given: unknown, what: string): Record<string, unknown> {
  if (typeof given === 'object' && given !== null) return given as Record<string, unknown>;
  throw new SetupError(`${what} is missing.`);
}

function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : String(value);
  return text.length > 60 ? `"${text.slice(0, 60)}…"` : `"${text}"`;
}
