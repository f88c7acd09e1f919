/**
 * Suite django-etags on the runtime.
 *
 * @module
 */

import { parseEtags, quoteEtag } from '#runtime/django/utils/http';
import { replayCalls } from './calls.ts';

/** What the runtime does with a case of the suite. */
export const replayEtags = replayCalls({ parse_etags: parseEtags, quote_etag: quoteEtag });
