/**
 * The process a case runs in: the settings that `python/record.py` has, and its clock.
 *
 * @module
 */

import { freshSettings, type Settings } from '#runtime/django/conf';
import { setClock } from '#runtime/time';
import type { Case, Json } from '../../model.ts';
import { decode } from './values.ts';

const NOW = 1_556_668_800;

const SETTINGS: Partial<Settings> = { ALLOWED_HOSTS: [], SECRET_KEY: 'oracle' };

/** Begins a process afresh, with the settings that a case asks for. */
export function startCase(input: Case): void {
  const asked = Object.entries((input['settings'] ?? {}) as Record<string, Json>);
  const own = Object.fromEntries(asked.map(([name, value]) => [name, decode(value)]));
  freshSettings({ ...SETTINGS, ...own });
  setClock(() => NOW);
}
