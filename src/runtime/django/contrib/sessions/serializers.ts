/**
 * How a session is written.
 *
 * @module
 */

import { JSONSerializer } from '../../core/signing.ts';
import { defineModule } from '../../utils/module-loading.ts';

export { JSONSerializer } from '../../core/signing.ts';

defineModule('django.contrib.sessions.serializers', { JSONSerializer });
