/**
 * Suite django-uris on the runtime.
 *
 * @module
 */

import {
  escapeUriPath,
  filepathToUri,
  iriToUri,
  repercentBrokenUnicode,
  uriToIri,
} from '#runtime/django/utils/encoding';
import { escapeLeadingSlashes, isSafeUrl, urlencode } from '#runtime/django/utils/http';
import { replayCalls } from './calls.ts';

/** What the runtime does with a case of the suite. */
export const replayUris = replayCalls({
  iri_to_uri: iriToUri,
  uri_to_iri: uriToIri,
  escape_uri_path: escapeUriPath,
  filepath_to_uri: filepathToUri,
  repercent_broken_unicode: repercentBrokenUnicode,
  escape_leading_slashes: escapeLeadingSlashes,
  is_safe_url: isSafeUrl,
  urlencode,
});
