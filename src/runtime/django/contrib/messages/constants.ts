/**
 * How weighty a message is.
 *
 * @module
 */

/** @models django.contrib.messages.constants:DEBUG */
export const DEBUG = 10;

/** @models django.contrib.messages.constants:INFO */
export const INFO = 20;

/** @models django.contrib.messages.constants:SUCCESS */
export const SUCCESS = 25;

/** @models django.contrib.messages.constants:WARNING */
export const WARNING = 30;

/** @models django.contrib.messages.constants:ERROR */
export const ERROR = 40;

/** What templates call the levels. @models django.contrib.messages.constants:DEFAULT_TAGS */
export const DEFAULT_TAGS: Readonly<Record<number, string>> = {
  [DEBUG]: 'debug',
  [INFO]: 'info',
  [SUCCESS]: 'success',
  [WARNING]: 'warning',
  [ERROR]: 'error',
};

/** The levels by name. @models django.contrib.messages.constants:DEFAULT_LEVELS */
export const DEFAULT_LEVELS = { DEBUG, INFO, SUCCESS, WARNING, ERROR } as const;
