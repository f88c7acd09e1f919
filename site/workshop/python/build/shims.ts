/**
 * The shims of Django as the page about them shows them.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Python has lost since, and what takes its place. */
export interface Shim {
  /** What is missing. */
  name: string;
  /** Since which release of Python, and what Django did with it. */
  words: string;
  /** The shim's own code. */
  code: string;
}

const FOLDER = 'site/workshop/python/beside/shims';

const SHIMS: Record<string, Omit<Shim, 'code'>> = {
  distutils_version: {
    name: 'distutils.version.LooseVersion',
    words: 'Python 3.12 has no distutils any more. Django 2.2 takes version numbers apart by it.',
  },
  cgi_module: {
    name: 'cgi.parse_header and cgi.valid_boundary',
    words:
      'Python 3.13 has no cgi any more. Django 2.2 reads the header Content-Type by the one, and the boundary of a form by the other.',
  },
  context_copy: {
    name: 'BaseContext.__copy__',
    words:
      'Python 3.14 does not copy what super() gives. Django 2.2 does that to copy a context, for an include with “only” and for the test client.',
  },
  key_derivation: {
    name: 'hashlib.pbkdf2_hmac',
    words:
      'Since Python 3.12 it comes from OpenSSL alone, and the Python of this page has none. Django 2.2 hashes passwords by it.',
  },
};

/** All of them, in the order in which they are put in place. */
export function readShims(): Shim[] {
  return Object.entries(SHIMS).map(([module, told]) => ({
    ...told,
    code: readFileSync(join(process.cwd(), FOLDER, `${module}.py`), 'utf8').trimEnd(),
  }));
}
