/**
 * All verbs of programs of steps.
 *
 * @module
 */

import { MODULE_VERBS } from './modules.ts';
import type { Verb } from './program.ts';
import { REQUEST_VERBS } from './requests.ts';
import { SETTINGS_VERBS } from './settings.ts';
import { SIGNAL_VERBS } from './signals.ts';

/** The verbs by name. */
export const ALL_VERBS: Record<string, Verb> = {
  ...MODULE_VERBS,
  ...SETTINGS_VERBS,
  ...SIGNAL_VERBS,
  ...REQUEST_VERBS,
};
