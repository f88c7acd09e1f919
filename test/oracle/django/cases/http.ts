/**
 * Cases of whole requests to the demo project.
 *
 * @module
 */

import type { Case } from '../../model.ts';
import { addressCases } from './http/addresses.ts';
import { answerCases } from './http/answers.ts';
import { failureCases } from './http/failures.ts';
import { formCases } from './http/forms.ts';
import { pageCases } from './http/pages.ts';
import { visitorCases } from './http/visitors.ts';

/** The cases of suite django-http. */
export function httpCases(): Case[] {
  return [
    ...addressCases(),
    ...failureCases(),
    ...answerCases(),
    ...formCases(),
    ...visitorCases(),
    ...pageCases(),
  ];
}
