/**
 * The client's cookies, kept as a browser keeps those of one host (RFC 6265, section 5).
 *
 * @module
 */

/** A cookie. */
export interface Cookie {
  name: string;
  value: string;
  /** Where it is sent to. */
  path: string;
  /** When it ends, in milliseconds since 1970; `null` for the end of the session. */
  expires: number | null;
  httpOnly: boolean;
  sameSite: string;
}

const HOST = 'localhost';
const MOST_COOKIES = 50;
const MOST_CHARACTERS = 4096;

/** Cookies of the client's one host, `localhost` without TLS. */
export class CookieJar {
  #cookies: Cookie[] = [];

  /** The cookies that have not ended by now. */
  all(now: number): Cookie[] {
    this.#cookies = this.#cookies.filter(({ expires }) => expires === null || expires > now);
    return [...this.#cookies];
  }

  /** Adds a cookie as it is. */
  add(cookie: Cookie): void {
    this.#cookies.push(cookie);
  }

  /** Gives a cookie another value. */
  put(cookie: Cookie, value: string): void {
    this.#cookies = this.#cookies.map((one) =>
      one.name === cookie.name && one.path === cookie.path ? { ...one, value } : one,
    );
  }

  /** Forgets one cookie. */
  remove(name: string, path: string): void {
    this.#cookies = this.#cookies.filter((one) => one.name !== name || one.path !== path);
  }

  /** Forgets all. */
  clear(): void {
    this.#cookies = [];
  }

  /** What the client sends to a path, longer paths first; `''` where there is nothing to send. */
  header(target: string, now: number): string {
    const path = pathOf(target);
    return this.all(now)
      .filter((cookie) => covers(cookie.path, path))
      .toSorted((one, other) => other.path.length - one.path.length)
      .map(({ name, value }) => (name === '' ? value : `${name}=${value}`))
      .join('; ');
  }

  /** Takes in a `Set-Cookie` header of a response to a request; says why where it does not. */
  take(header: string, target: string, now: number): string | undefined {
    const [pair = '', ...attributes] = header.split(';');
    const split = pair.indexOf('=');
    if (split < 0) return 'A cookie was not kept: it has no "=".';
    const name = pair.slice(0, split).trim();
    const value = pair.slice(split + 1).trim();
    if (name.length + value.length > MOST_CHARACTERS)
      return `The cookie ${name} was not kept: it is longer than ${MOST_CHARACTERS} characters.`;
    const said = readAttributes(attributes);
    const refusal = refuse(said);
    if (refusal) return `The cookie ${name} was not kept: ${refusal}`;
    const given = said.get('path') ?? '';
    const path = given.startsWith('/') ? given : defaultPath(target);
    const place = this.#cookies.findIndex((one) => one.name === name && one.path === path);
    const cookie = {
      name,
      value,
      path,
      expires: expiryOf(said, now),
      httpOnly: said.has('httponly'),
      sameSite: said.get('samesite') ?? '',
    };
    if (place >= 0) this.#cookies[place] = cookie;
    else this.#cookies.push(cookie);
    this.#cookies = this.all(now).slice(-MOST_COOKIES);
    return undefined;
  }
}

function readAttributes(parts: readonly string[]): Map<string, string> {
  return new Map(
    parts.map((part) => {
      const split = part.indexOf('=');
      const name = (split < 0 ? part : part.slice(0, split)).trim().toLowerCase();
      return [name, split < 0 ? '' : part.slice(split + 1).trim()];
    }),
  );
}

function refuse(said: ReadonlyMap<string, string>): string | undefined {
  if (said.has('secure')) return 'it asks for a secure connection, and this is none.';
  const domain = (said.get('domain') ?? '').replace(/^\./, '').toLowerCase();
  if (domain !== '' && domain !== HOST) return `it is for ${domain}, and this is ${HOST}.`;
  return undefined;
}

function expiryOf(said: ReadonlyMap<string, string>, now: number): number | null {
  const age = said.get('max-age');
  if (age !== undefined && /^-?\d+$/.test(age))
    return Number(age) <= 0 ? 0 : now + Number(age) * 1000;
  const date = Date.parse(said.get('expires') ?? '');
  return Number.isNaN(date) ? null : date;
}

function covers(own: string, path: string): boolean {
  if (!path.startsWith(own)) return false;
  return own === path || own.endsWith('/') || path[own.length] === '/';
}

function defaultPath(target: string): string {
  const path = pathOf(target);
  const end = path.lastIndexOf('/');
  return end <= 0 ? '/' : path.slice(0, end);
}

function pathOf(target: string): string {
  const [path = ''] = target.split('?', 1);
  return path.startsWith('/') ? path : '/';
}
