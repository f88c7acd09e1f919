/**
 * What Django's handler announces about a request.
 *
 * @module
 */

import type { Environ } from '../../wsgiref/types.ts';
import { Signal } from '../dispatch.ts';

/** Sent before the request object exists. @models django.core.signals:request_started */
export const requestStarted = new Signal<{ environ: Environ }>();

/** Sent when the server closes the response. @models django.core.signals:request_finished */
export const requestFinished = new Signal();

/** Sent for an error that nothing answered. @models django.core.signals:got_request_exception */
export const gotRequestException = new Signal<{ request: unknown }>();

/** Sent when a test changes a setting and when it puts it back. @models django.core.signals:setting_changed */
export const settingChanged = new Signal<{ setting: string; value: unknown; enter: boolean }>();
