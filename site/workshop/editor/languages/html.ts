/**
 * HTML, for the editor.
 *
 * @module
 */

import { htmlLanguage } from '@codemirror/lang-html';
import type { Extension } from '@codemirror/state';

/** Reads and indents HTML. */
export const html: Extension = htmlLanguage;
