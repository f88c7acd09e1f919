/**
 * How Django logs where a site does not say otherwise: errors are mailed to the admins, unless
 * DEBUG is on; then all from INFO upwards is printed instead.
 *
 * @module
 */

/** The configuration that is always made, before that of the setting `LOGGING`. @models django.utils.log:DEFAULT_LOGGING */
export const DEFAULT_LOGGING = {
  version: 1,
  disable_existing_loggers: false,
  filters: {
    require_debug_false: { '()': 'django.utils.log.RequireDebugFalse' },
    require_debug_true: { '()': 'django.utils.log.RequireDebugTrue' },
  },
  formatters: {
    'django.server': {
      '()': 'django.utils.log.ServerFormatter',
      format: '[{server_time}] {message}',
      style: '{',
    },
  },
  handlers: {
    console: {
      level: 'INFO',
      filters: ['require_debug_true'],
      class: 'logging.StreamHandler',
    },
    'django.server': {
      level: 'INFO',
      class: 'logging.StreamHandler',
      formatter: 'django.server',
    },
    mail_admins: {
      level: 'ERROR',
      filters: ['require_debug_false'],
      class: 'django.utils.log.AdminEmailHandler',
    },
  },
  loggers: {
    django: { handlers: ['console', 'mail_admins'], level: 'INFO' },
    'django.server': { handlers: ['django.server'], level: 'INFO', propagate: false },
  },
} as const;
