/**
 * Cases of upload handlers: Django's own and others, alone and one behind the other.
 *
 * @module
 */

import type { Case, Json } from '../../model.ts';
import { end, field, file, multipart } from './multipart-parts.ts';

const MEMORY = 'django.core.files.uploadhandler.MemoryFileUploadHandler';
const TEMPORARY = 'django.core.files.uploadhandler.TemporaryFileUploadHandler';

const FORM: Json[] = [
  field('a', '1'),
  file('f', 'one.txt', 'content', 'Content-Length: 7'),
  file('g', 'skip.txt', 'more', 'Content-Length: x'),
  file('f', 'three.tar.gz', 'abc', 'Content-Length: 3'),
  field('b', '2'),
  end(),
];

const STEPS = ['UPLOADS', 'POST', 'told', 'set', 'alter', 'close'];

function own(...names: string[]): string[] {
  return names.map((name) => (name.includes('.') ? name : `upload_handlers.${name}`));
}

const STACKS = [
  own(MEMORY),
  own(TEMPORARY),
  own(MEMORY, TEMPORARY),
  own('Told'),
  own('Told', MEMORY),
  own(MEMORY, 'Told'),
  own('Told', 'Last', 'Told', MEMORY),
  own('Small', MEMORY),
  own('Sizeless', TEMPORARY),
  own('Upper', MEMORY),
  own('Upper', 'Upper', TEMPORARY),
  own(TEMPORARY, 'Told'),
  own('Swallow', MEMORY),
  own('Quota', MEMORY),
  own('Quota', TEMPORARY),
  own(TEMPORARY, 'Quota'),
  own('Reset', MEMORY),
  own('Skip', MEMORY),
  own(TEMPORARY, 'Skip'),
  own('SkipLate', TEMPORARY),
  own(MEMORY, 'SkipLate'),
  own('Raw', MEMORY),
  own('Told', 'Raw'),
  own('Broken', MEMORY),
  own(MEMORY, 'Broken'),
  own('Bare'),
  own(MEMORY, 'Bare'),
  [],
  ['upload_handlers.NoSuch'],
  ['no_such.Handler'],
  ['nodots'],
];

function stackCases(): Case[] {
  return STACKS.flatMap((stack, index) =>
    [1_000_000, 10].map((limit) => ({
      ...multipart(`handlers/${index + 1}-${limit}`, FORM),
      settings: { FILE_UPLOAD_HANDLERS: stack, FILE_UPLOAD_MAX_MEMORY_SIZE: limit },
      steps: STEPS,
    })),
  );
}

function orderCases(): Case[] {
  const orders = [
    ['insert', 'UPLOADS', 'told'],
    ['set', 'UPLOADS', 'told', 'handlers'],
    ['handlers', 'set', 'handlers', 'UPLOADS', 'told', 'set', 'handlers'],
    ['UPLOADS', 'close', 'UPLOADS'],
    ['POST', 'insert', 'alter'],
    ['body', 'insert', 'UPLOADS', 'told'],
    ['read', 'insert', 'set', 'UPLOADS', 'told'],
  ];
  return orders.map((steps, index) => ({ ...multipart(`order/${index + 1}`, FORM), steps }));
}

/** Names of which only the last part counts, or none. */
function nameCases(): Case[] {
  const names = [
    'a/b.txt',
    '..',
    'x/..',
    `${'n'.repeat(300)}.txt`,
    `${'n'.repeat(150)}.${'e'.repeat(200)}`,
    '.x',
    'a.',
    ' ',
  ];
  return names.map((name, index) => ({
    ...multipart(`name/temporary-${index + 1}`, [file('f', name, 'content'), end()]),
    settings: { FILE_UPLOAD_HANDLERS: [TEMPORARY] },
    steps: ['UPLOADS'],
  }));
}

/** A file of several chunks, read in memory and from disk. */
function longCases(): Case[] {
  const body: Json[] = [file('f', 'long.bin', '').slice(0, -2), ['x', 150_000], `\r\n${end()}`];
  return [own('Told', MEMORY), own('Told', TEMPORARY)].map((stack, index) => ({
    ...multipart(`long/${index + 1}`, body),
    settings: { FILE_UPLOAD_HANDLERS: stack },
    steps: STEPS,
  }));
}

/** Every case of upload handlers. */
export function uploadHandlerCases(): Case[] {
  return [...stackCases(), ...orderCases(), ...nameCases(), ...longCases()];
}
