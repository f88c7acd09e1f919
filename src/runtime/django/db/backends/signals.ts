/**
 * What backends announce.
 *
 * @module
 */

import { Signal } from '../../dispatch.ts';
import type { BaseDatabaseWrapper } from './base/base.ts';

/** Sent by a wrapper's class when it has connected. @models django.db.backends.signals:connection_created */
export const connectionCreated = new Signal<{ connection: BaseDatabaseWrapper }>();
