/**
 * Python, for the editor.
 *
 * @module
 */

import { pythonLanguage } from '@codemirror/lang-python';
import { indentUnit } from '@codemirror/language';
import type { Extension } from '@codemirror/state';

/** Reads Python and indents it by four spaces. */
export const python: Extension = [pythonLanguage, indentUnit.of('    ')];
