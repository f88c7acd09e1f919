import { loadPyodide } from 'pyodide';
import { describe, expect, it } from 'vitest';

import { collectModels } from '../../src/models/collect.ts';
import { runtimeModules, sourceOf } from './modules.ts';

const JUDGED_BY_CPYTHON_3_14 =
  /^(?:wsgiref(?:\..*)?|http\.server|socketserver|html|io|traceback|types|urllib\.parse|warnings)$/;

const MISSING = `
import importlib, json

def exists(module, qualname):
    try:
        found = importlib.import_module(module)
        for name in qualname.split('.'):
            found = getattr(found, name)
    except (ImportError, AttributeError):
        return False
    return True

json.dumps([index for index, (module, qualname) in enumerate(json.loads(names))
            if not exists(module, qualname)])
`;

/** The places of the names, each a module and a qualified name, that CPython does not have. */
async function missingFromCPython(names: readonly [string, string][]): Promise<number[]> {
  const python = await loadPyodide();
  python.globals.set('names', JSON.stringify(names));
  return JSON.parse(String(python.runPython(MISSING))) as number[];
}

const collected = runtimeModules().map((module) => collectModels(module, sourceOf(module)));

describe('the @models tags of the runtime', () => {
  it('each describe a declaration and name a place in Python', () => {
    const failures = collected.flatMap((one) => one.failures);
    expect(failures.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
  });

  it('name what real CPython has, as far as wsgiref and what it stands on go', async () => {
    const tags = collected
      .flatMap((one) => one.tags)
      .filter(({ module }) => JUDGED_BY_CPYTHON_3_14.test(module));
    expect(tags.length).toBeGreaterThan(80);

    const names = tags.map(({ module, qualname }): [string, string] => [module, qualname]);
    const invented = await missingFromCPython([...names, ['wsgiref.util', 'no_such_name']]);
    expect(invented.pop()).toBe(names.length);
    const places = invented.map((index) => {
      const { file, line, module, qualname } = tags[index] as (typeof tags)[number];
      return `${file}:${line} ${module}:${qualname}`;
    });
    expect(places).toEqual([]);
  });
});
