/** The bakery as an application. @module */

import { AppConfig } from '#runtime/django/apps';
import { note } from './notes.ts';

/** Notes when it is ready. */
export class BakeryConfig extends AppConfig {
  static override readonly appName = 'bakery';

  override ready(): void {
    note('ready() runs');
  }
}
