/**
 * Views that fail, layers that fail, and error pages that fail.
 *
 * @module
 */

import type { Case, Json } from '../../../model.ts';
import { get, LAYERS, visit, visits } from './ask.ts';

const VIEWS = [
  'missing',
  'silent',
  'forbidden',
  'suspicious',
  'multipart',
  'host',
  'big',
  'fields',
  'file',
  'value',
  'key',
  'configured',
  'nothing',
  'word',
  'leave',
  'interrupt',
  'generator',
  'returned',
  'teapot',
  'unreversed',
  'stream',
];

function everywhere(name: string, settings: Record<string, Json>): Case[] {
  return VIEWS.map((view) => visit(`${name}/${view}`, get(`/errors/${view}/`), { settings }));
}

function stacks(): Case[] {
  const layer = (name: string) => `demo.middleware.${name}`;
  const stack = (...names: string[]) => ({ settings: { MIDDLEWARE: names.map(layer) } });
  const pages = ['/plain/hello/', '/errors/value/', '/errors/missing/', '/errors/word/'];
  const asked = pages.map((page) => get(page));
  const answered = ['early', 'missing', 'forbidden', 'broken'].map((word) => get(`/?${word}`));
  return [
    ...visits('stack of hooks', asked, stack('HookLog', 'Inner')),
    ...visits('rescue', asked, stack('HookLog', 'Rescue', 'Inner')),
    ...visits('replace', asked.slice(0, 2), stack('HookLog', 'Replace', 'Inner')),
    ...visits('forget', asked.slice(0, 2), stack('HookLog', 'Forget', 'Inner')),
    ...visits('forget outside', asked.slice(0, 1), stack('Forget', 'HookLog')),
    ...visits('early', answered, stack('HookLog', 'header', 'early', 'Inner')),
    ...visits('early outside', answered, stack('early', 'header', 'HookLog')),
    visit('stack/not used', get('/plain/hello/'), stack('HookLog', 'Unused', 'header')),
    visit('stack/not used with DEBUG', get('/plain/hello/'), {
      settings: { DEBUG: true, MIDDLEWARE: [layer('Unused')] },
    }),
    visit('stack/none', get('/plain/hello/'), stack('HookLog', 'nothing')),
    visit('stack/absent', get('/plain/hello/'), stack('Absent')),
    visit('stack/no module', get('/plain/hello/'), { settings: { MIDDLEWARE: ['absent.Layer'] } }),
    visit('stack/no path', get('/plain/hello/'), { settings: { MIDDLEWARE: ['absent'] } }),
    ...['demo.own_errors', 'demo.empty_urls', 'demo.absent', 'demo.broken_urls'].map((urlconf) =>
      visit(
        `urlconf of a request/${urlconf}`,
        [get('/errors/missing/', { headers: [['X-Urlconf', urlconf]] }), get('/plain/hello/')],
        stack('HookLog', 'Elsewhere'),
      ),
    ),
  ];
}

function prefixes(): Case[] {
  return LAYERS.flatMap((_, count) =>
    ['/plain/hello', '/forms/form/', '/errors/value/'].map((path) =>
      visit(`first ${count} layers/${path}`, [get(path)], {
        settings: { MIDDLEWARE: LAYERS.slice(0, count) },
      }),
    ),
  );
}

function roots(): Case[] {
  const own = ['/errors/missing/?fail', '/errors/value/?fail', '/nowhere/?fail', '/nowhere/'];
  const bad = ['demo.broken_urls', 'demo.empty_urls', 'demo.absent'];
  return [
    ...visits(
      'failing error page',
      own.map((one) => get(one)),
      {
        settings: { ROOT_URLCONF: 'demo.own_errors' },
      },
    ),
    ...visits(
      'failing error page without layers',
      own.map((one) => get(one)),
      {
        settings: { ROOT_URLCONF: 'demo.own_errors', MIDDLEWARE: [] },
      },
    ),
    ...bad.flatMap((urlconf) =>
      [false, true].map((debug) =>
        visit(`${urlconf} with DEBUG ${debug}`, [get('/'), get('/plain/hello')], {
          settings: { ROOT_URLCONF: urlconf, DEBUG: debug },
        }),
      ),
    ),
  ];
}

/** The cases of failures. */
export function failureCases(): Case[] {
  const ajax = { headers: [['X-Requested-With', 'XMLHttpRequest']] };
  return [
    ...everywhere('error', {}),
    ...everywhere('error with DEBUG', { DEBUG: true }),
    ...everywhere('error with pages of its own', { ROOT_URLCONF: 'demo.own_errors' }),
    ...everywhere('error without layers', { MIDDLEWARE: [] }),
    ...everywhere('error that goes through', { DEBUG_PROPAGATE_EXCEPTIONS: true }),
    ...visits(
      'error for a script',
      ['value', 'missing', 'suspicious'].map((view) => get(`/errors/${view}/`, ajax)),
      {
        settings: { DEBUG: true },
      },
    ),
    ...stacks(),
    ...prefixes(),
    ...roots(),
  ];
}
