/**
 * Whether other sites may show what a view answers in a frame.
 *
 * @module
 */

import '../../middleware/clickjacking.ts';
import { afterView } from '../../utils/decorators.ts';

/** No site may, unless the view says otherwise. @models django.views.decorators.clickjacking:xframe_options_deny */
export const xframeOptionsDeny = afterView((response) =>
  response.setdefault('X-Frame-Options', 'DENY'),
);

/** This site alone may, unless the view says otherwise. @models django.views.decorators.clickjacking:xframe_options_sameorigin */
export const xframeOptionsSameorigin = afterView((response) =>
  response.setdefault('X-Frame-Options', 'SAMEORIGIN'),
);

/** Any site may. @models django.views.decorators.clickjacking:xframe_options_exempt */
export const xframeOptionsExempt = afterView((response) => {
  response.xframeOptionsExempt = true;
});
