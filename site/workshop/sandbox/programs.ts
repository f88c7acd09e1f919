/**
 * Where the page gets the sandbox and its programs from: from our own origin, when a reader asks.
 *
 * @module
 */

import { href } from '../../links.ts';
import type { Manifest } from '../manifest.ts';
import { Sandbox, type Program } from './sandbox.ts';

let asked: Promise<Manifest> | undefined;
const texts = new Map<string, Promise<string>>();
const sandboxes = new Map<string, Sandbox>();

/** What of the workshop this site has, and how many bytes it is. @throws {Error} */
export function readManifest(): Promise<Manifest> {
  asked ??= fetchOurs('/workshop/manifest.json', { cache: 'no-cache' })
    .then((response) => response.json() as Promise<Manifest>)
    .catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
  return asked;
}

/** A program of the site's by its name. */
export function programNamed(name: string): Program {
  return { name, text: () => textOf(name) };
}

/**
 * The sandbox of this page for what shares a name: what goes on in one never disturbs another.
 *
 * @param kind `wasm` where WebAssembly is needed
 */
export function sandboxFor(name: string, kind: 'plain' | 'wasm' = 'plain'): Sandbox {
  const path = kind === 'wasm' ? '/workshop/sandbox-wasm.html' : '/workshop/sandbox.html';
  const known = sandboxes.get(name) ?? new Sandbox(new URL(href(path), location.href));
  sandboxes.set(name, known);
  return known;
}

function textOf(name: string): Promise<string> {
  const known = texts.get(name);
  if (known) return known;
  const text = readManifest()
    .then(({ programs }) => {
      const found = programs[name];
      if (!found) throw new Error(`This site has no program "${name}".`);
      return fetchOurs(found.path);
    })
    .then((response) => response.text());
  texts.set(name, text);
  text.catch(() => texts.delete(name));
  return text;
}

async function fetchOurs(path: string, options: RequestInit = {}): Promise<Response> {
  const response = await fetch(href(path), options);
  if (!response.ok) throw new Error(`${path} could not be loaded (${response.status}).`);
  return response;
}
