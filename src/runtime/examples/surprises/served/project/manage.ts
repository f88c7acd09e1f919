/** The bakery's command line. @module */

import { manage } from '#runtime/adapters/manage';
import { registerProject } from '#runtime/adapters/project-modules';
import { environ } from '#runtime/os';
import { note } from './bakery/notes.ts';

note('manage.py runs');
registerProject(import.meta.dirname);
environ()['DJANGO_SETTINGS_MODULE'] ??= 'bakery.settings';
await manage();
