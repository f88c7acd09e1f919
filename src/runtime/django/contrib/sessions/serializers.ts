/**
 * How a session is written.
 *
 * @module
 */

import { JSONSerializer } from '../../core/signing.ts';
import { defineModule } from '../../utils/module-loading.ts';

/** JSON without spaces, the same as for signed values. */
export { JSONSerializer } from '../../core/signing.ts';

defineModule('django.contrib.sessions.serializers', { JSONSerializer });
