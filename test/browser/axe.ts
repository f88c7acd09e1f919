/**
 * What axe finds fault with in a page as it stands.
 *
 * @module
 */

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Every element that breaks a rule of WCAG 2.2 AA or a best practice, with the rule's name. Elements
 * that keep the rules are not listed by axe: on a long page that takes most of its time.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  const options = { runOnly: TAGS, resultTypes: ['violations' as const] };
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options(options);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
