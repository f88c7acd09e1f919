/**
 * Cases of wsgiref's handlers: applications that behave well, oddly and badly.
 *
 * @module
 */

import type { Case } from '../model.ts';
import { failureCases, restartCases } from './failures.ts';
import { environCases, methodCases, optionCases, outputCases } from './handlers.ts';
import { randomCases } from './mixtures.ts';
import { requestCases } from './requests.ts';
import { headerCases, lengthCases, statusCases } from './responses.ts';
import { resultCases } from './results.ts';

const HOW_MANY = 500;

/** The 500 cases of suite wsgiref-handler: all that are listed, and mixtures for the rest. */
export function handlerCases(): Case[] {
  const listed = [
    ...failureCases(),
    ...restartCases(),
    ...statusCases(),
    ...headerCases(),
    ...lengthCases(),
    ...resultCases(),
    ...methodCases(),
    ...optionCases(),
    ...outputCases(),
    ...environCases(),
    ...requestCases(),
  ];
  return [...listed, ...randomCases(HOW_MANY - listed.length)];
}
