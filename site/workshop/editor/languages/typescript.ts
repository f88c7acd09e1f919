/**
 * TypeScript, for the editor.
 *
 * @module
 */

import { typescriptLanguage } from '@codemirror/lang-javascript';
import type { Extension } from '@codemirror/state';

/** Reads and indents TypeScript. */
export const typescript: Extension = typescriptLanguage;
