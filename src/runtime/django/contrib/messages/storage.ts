/**
 * Where a site's messages are stored.
 *
 * @module
 */

import { settings } from '../../conf.ts';
import type { HttpRequest } from '../../http/request.ts';
import { resolveSetting } from '../../utils/module-loading.ts';
import type { BaseStorage } from './storage/base.ts';
import './storage/fallback.ts';

/** Makes the storage of a request. */
export type StorageClass = new (request: HttpRequest) => BaseStorage;

/** The storage that `MESSAGE_STORAGE` names. @throws {ImportError} @models django.contrib.messages.storage:default_storage */
export function defaultStorage(request: HttpRequest): BaseStorage {
  const Storage = resolveSetting<StorageClass>(settings.MESSAGE_STORAGE);
  return new Storage(request);
}
