import { expect, it } from 'vitest';
import { collectModels } from '../../src/models/collect.ts';
import { readPlaces } from '../oracle/places.ts';
import { runtimeModules, sourceOf } from '../runtime/modules.ts';

/** Attributes that Django sets in `__init__`, so that the class has them in its objects alone. */
const SET_BY_INIT = /^django\.apps\.config:AppConfig\.(?:label|name|path|verbose_name)$/;

const places = readPlaces();

it('every name of Django that a tag gives is in Django 2.2.28', () => {
  const tags = runtimeModules()
    .flatMap((module) => collectModels(module, sourceOf(module)).tags)
    .filter(({ module }) => /^django\b/.test(module));
  const invented = tags
    .map(({ file, line, module, qualname }) => ({ file, line, name: `${module}:${qualname}` }))
    .filter(({ name }) => (places[name] ?? null) === null && !SET_BY_INIT.test(name));
  expect(invented).toEqual([]);
});
