/**
 * The demo project: importing this registers its modules under the names that settings and
 * URLconfs use, as files lie on a disk.
 *
 * @module
 */

import './broken-urls.ts';
import './hashers.ts';
import './middleware.ts';
import './own-errors.ts';
import './urls.ts';

export { demoSettings } from './settings.ts';
