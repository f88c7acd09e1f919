/**
 * Cases of suite django-lifecycle: programs of steps, from before there are settings to after the
 * last request.
 *
 * @module
 */

import type { Case } from '../../model.ts';
import { commandCases } from './lifecycle/commands.ts';
import { databaseCases } from './lifecycle/database.ts';
import { loadingCases } from './lifecycle/layers.ts';
import { overrideCases } from './lifecycle/overrides.ts';
import { requestCases } from './lifecycle/requests.ts';
import { settingsCases } from './lifecycle/settings.ts';
import { setupCases } from './lifecycle/setup.ts';
import { signalCases } from './lifecycle/signals.ts';

/** The cases. */
export function lifecycleCases(): Case[] {
  return [
    ...setupCases(),
    ...settingsCases(),
    ...overrideCases(),
    ...signalCases(),
    ...requestCases(),
    ...loadingCases(),
    ...databaseCases(),
    ...commandCases(),
  ];
}
