/** Signals, as `django.dispatch` offers them. @module */

export { receiver, Signal } from './dispatch/dispatcher.ts';
export type { ConnectOptions, Receiver, Sent } from './dispatch/dispatcher.ts';
