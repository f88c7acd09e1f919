/**
 * The languages that the book's code is written in, each loaded when an editor first needs it.
 *
 * @module
 */

import { Compartment, type Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** A language that the editor knows; `text` is none. */
export type EditorLanguage = 'ts' | 'python' | 'html' | 'text';

const LANGUAGES: Record<EditorLanguage, () => Promise<Extension>> = {
  ts: async () => (await import('./languages/typescript.ts')).typescript,
  python: async () => (await import('./languages/python.ts')).python,
  html: async () => (await import('./languages/html.ts')).html,
  text: async () => [],
};

const place = new Compartment();

/** Where an editor's language will stand; plain text until it is loaded. */
export const languagePlace: Extension = place.of([]);

/** Loads a language and has the editor read and indent by it. */
export async function teach(view: EditorView, language: EditorLanguage): Promise<void> {
  const extension = await LANGUAGES[language]();
  view.dispatch({ effects: place.reconfigure(extension) });
}
