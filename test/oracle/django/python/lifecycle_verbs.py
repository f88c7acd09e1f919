"""All verbs of programs of steps."""

import lifecycle_modules
import lifecycle_requests
import lifecycle_settings
import lifecycle_signals

VERBS = {
    **lifecycle_modules.VERBS,
    **lifecycle_settings.VERBS,
    **lifecycle_signals.VERBS,
    **lifecycle_requests.VERBS,
}
