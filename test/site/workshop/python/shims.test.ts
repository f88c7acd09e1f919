import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const FOLDER = 'site/workshop/python';

/** What a program of Python prints, as JSON; the shims can be imported as `beside.shims`. */
function python(program: string): unknown {
  const { status, stdout, stderr } = spawnSync('python3', ['-W', 'ignore', '-c', program], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONPATH: FOLDER, PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

describe('what Python has lost since', () => {
  it('reads the parts of a version', () => {
    const texts = ['2.2.28', '2.2', '1.11b2', '2.3.dev2019', '1-a.B'];
    const found = python(
      `import json; from beside.shims.distutils_version import LooseVersion as V
print(json.dumps([V(text).version for text in ${JSON.stringify(texts)}]))`,
    );
    expect(found).toEqual([
      [2, 2, 28],
      [2, 2],
      [1, 11, 'b', 2],
      [2, 3, 'dev', 2019],
      [1, '-', 'a', 'B'],
    ]);
  });

  it('takes a header apart at its semicolons, those in quotes left alone', () => {
    const texts = [
      'text/html; charset=utf-8',
      'a; B = " c;d "; e',
      'a; b="c\\""; d="e"',
      ';',
      'a;b=";c=1',
    ];
    const found = python(
      `import json; from beside.shims.cgi_module import parse_header
print(json.dumps([parse_header(text) for text in ${JSON.stringify(texts)}]))`,
    );
    expect(found).toEqual([
      ['text/html', { charset: 'utf-8' }],
      ['a', { b: ' c;d ' }],
      ['a', { b: 'c"', d: 'e' }],
      ['', {}],
      ['a', { b: '";c=1' }],
    ]);
  });

  it('does with any header what the cgi of Python did, where this Python has one', () => {
    const differ = python(`
import json, random
from beside.shims import cgi_module
try:
    import cgi
except ImportError:
    cgi = cgi_module
chance = random.Random(2019)
texts = ["".join(chance.choices('ab;= "\\\\,', k=chance.randrange(14))) for _ in range(20000)]
print(json.dumps([text for text in texts if cgi.parse_header(text) != cgi_module.parse_header(text)]))`);
    expect(differ).toEqual([]);
  });

  it('tells which texts can part the fields of a form', () => {
    const found = python(
      `import json; from beside.shims.cgi_module import valid_boundary as valid
print(json.dumps([bool(valid(text)) for text in (b"abc", "a b", "a b ", b"", b"x" * 201, b"x" * 202, "\\u00e9")]))`,
    );
    expect(found).toEqual([true, true, false, false, true, false, false]);
  });

  it('derives the keys of passwords that OpenSSL derives', () => {
    const same = python(
      `import hashlib, json; from beside.shims.key_derivation import pbkdf2_hmac
asked = [(name, b"secret", b"salt", 23, length) for name in ("sha1", "sha256") for length in (None, 5, 70)]
print(json.dumps([pbkdf2_hmac(*one) == hashlib.pbkdf2_hmac(*one) for one in asked]))`,
    );
    expect(same).toEqual([true, true, true, true, true, true]);
  });

  it('copies a context with its class, its attributes, and dicts of its own', () => {
    const found = python(
      `import json; from beside.shims.context_copy import copy_of
class Context: pass
one = Context(); one.dicts = [{"a": 1}]; one.name = "n"
two = copy_of(one); two.dicts.append({})
print(json.dumps([type(two).__name__, two.name, len(one.dicts), two.dicts[0] is one.dicts[0]]))`,
    );
    expect(found).toEqual(['Context', 'n', 1, true]);
  });
});
