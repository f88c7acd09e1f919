/**
 * Cases of headers: those of a request, found among the keys of its environ, and those of a
 * response, set through every door there is.
 *
 * @module
 */

import { Random } from '../../cases/random.ts';
import type { Case, Json } from '../../model.ts';
import { BODIES, CRLF, ENVIRONS, FILES, MAKES, NAMES, TARGETS, VALUES } from './header-values.ts';

function requestCases(): Case[] {
  const names = ['host', 'Content-Type', 'CONTENT_TYPE', 'content-length', 'X', 'missing', ''];
  return ENVIRONS.flatMap((environ, at) => [
    { id: `request/${at + 1}`, environ, steps: [['items'], ['len'], ['repr']] },
    {
      id: `request/${at + 1}-lookups`,
      environ,
      steps: names.flatMap((name) => [
        ['get', name],
        ['item', name],
        ['contains', name.toUpperCase()],
      ]),
    },
  ]);
}

const LOOKS: Json[] = [['items'], ['serialize_headers']];

function setterCases(): Case[] {
  return [
    ...NAMES.map((name, index) => ({
      id: `name/${index + 1}`,
      steps: [['set', name, '1'], ['setdefault', name, '2'], ...LOOKS] as Json[],
    })),
    ...VALUES.map((value, index) => ({
      id: `value/${index + 1}`,
      steps: [['set', 'X', value], ['get', 'x'], ...LOOKS] as Json[],
    })),
    ...VALUES.slice(3, 19).map((value, index) => ({
      id: `setdefault/${index + 1}`,
      steps: [
        ['setdefault', 'X', value],
        ['setdefault', 'content-type', value],
        ...LOOKS,
      ] as Json[],
    })),
  ];
}

function makeCases(): Case[] {
  const steps: Json[] = [['status'], ['reason'], ['charset'], ...LOOKS, ['repr']];
  return MAKES.map((options, index) => ({ id: `make/${index + 1}`, options, steps }));
}

function bodyCases(): Case[] {
  return ['utf-8', 'latin-1', 'utf-16'].flatMap((charset) =>
    BODIES.map((content, index) => ({
      id: `body/${charset}-${index + 1}`,
      content,
      options: { charset },
      steps: [['content'], ['write', 'ß'], ['write', content], ['tell'], ['serialize']] as Json[],
    })),
  );
}

function redirectCases(): Case[] {
  return TARGETS.map((target, index) => ({
    id: `redirect/${index + 1}`,
    class: index % 2 === 0 ? 'HttpResponseRedirect' : 'HttpResponsePermanentRedirect',
    content: target,
    steps: [['url'], ['status'], ['items'], ['repr']] as Json[],
  }));
}

function kindCases(): Case[] {
  const kinds = [
    'HttpResponseBadRequest',
    'HttpResponseForbidden',
    'HttpResponseNotFound',
    'HttpResponseGone',
    'HttpResponseServerError',
    'HttpResponseNotModified',
    'StreamingHttpResponse',
  ];
  const methods: Json[] = [[], ['GET'], ['GET', 'POST'], ['GET\r\nX: y'], ['€']];
  return [
    ...kinds.map((kind) => ({
      id: `kind/${kind}`,
      class: kind,
      steps: [['status'], ['reason'], ['items'], ['content'], ['write', 'x'], ['tell']] as Json[],
    })),
    { id: 'kind/304 with a body', class: 'HttpResponseNotModified', content: 'x', steps: [] },
    {
      id: 'kind/304 filled later',
      class: 'HttpResponseNotModified',
      steps: [['set_content', ''], ['set_content', 'x'], ['content'], ['repr']] as Json[],
    },
    ...methods.map((content, index) => ({
      id: `kind/405-${index + 1}`,
      class: 'HttpResponseNotAllowed',
      content,
      steps: [['items'], ['repr']] as Json[],
    })),
  ];
}

function fileCases(): Case[] {
  return FILES.flatMap((name, index) => [
    {
      id: `file/${index + 1}`,
      class: 'FileResponse',
      content: { bytes: 'abc' },
      options: { filename: name, as_attachment: true },
      steps: [['items']] as Json[],
    },
    {
      id: `file/${index + 1}-own`,
      class: 'FileResponse',
      content: { bytes: 'abc' },
      named: name,
      options: { as_attachment: index % 2 === 0, content_type: index % 3 === 0 ? 'x/y' : null },
      steps: [['items']] as Json[],
    },
  ]);
}

function walkCases(count: number): Case[] {
  const random = new Random(7230);
  const names = ['X-A', 'x-a', 'Content-Type', 'CONTENT-TYPE', 'Vary'];
  const step = (): Json => {
    const name = random.pick(names);
    switch (random.below(8)) {
      case 0:
        return ['delete', name];
      case 1:
        return ['set_reason', random.pick<Json>(['Fine', '', null, CRLF])];
      case 2:
        return ['set_charset', random.pick<Json>(['ascii', 'utf-8', null])];
      case 3:
        return ['get', name, ...random.some<Json>(['fallback', null], 1)];
      case 4:
        return [random.pick(['item', 'contains']), name];
      case 5:
        return ['setdefault', name, random.pick(VALUES)];
      default:
        return ['set', name, random.pick(VALUES)];
    }
  };
  return Array.from({ length: count }, (_, index) => ({
    id: `walk/${index + 1}`,
    steps: [
      ...Array.from({ length: 7 }, step),
      ['items'],
      ['reason'],
      ['charset'],
      ['repr'],
    ] as Json[],
  }));
}

/** The 300 cases of suite django-headers. */
export function headerCases(): Case[] {
  const listed = [
    ...requestCases(),
    ...setterCases(),
    ...makeCases(),
    ...bodyCases(),
    ...redirectCases(),
    ...kindCases(),
    ...fileCases(),
  ];
  return [...listed, ...walkCases(300 - listed.length)];
}
