/** Surprise 1: settings are read at the first touch, and copied then. @module */

import { settings } from '../../django/conf.ts';
import '../../django/core/wsgi.ts';
import { loadModule, registerModule } from '../../importlib.ts';
import { environ } from '../../os.ts';
import { repr } from '../../repr.ts';
import { attempt, type Scenes, tell } from './scene.ts';

/** Puts a settings module where imports find it. */
function install(): void {
  registerModule('shop_settings', () => {
    tell('the body of shop_settings runs');
    return { SECRET_KEY: 'surprise', GREETING: 'hello' };
  });
  environ()['DJANGO_SETTINGS_MODULE'] = 'shop_settings';
}

const greeting = () => repr(settings['GREETING']);

/** What happens, scene by scene. */
export const scenes: Scenes = {
  "importing Django's door for servers reads nothing": () => {
    install();
    tell(`django.core.wsgi is imported; configured: ${repr(settings.configured)}`);
    tell(`settings.GREETING is ${greeting()}`);
    tell(`configured: ${repr(settings.configured)}`);
  },
  'the values are copies': () => {
    install();
    tell(`settings.GREETING is ${greeting()}`);
    loadModule('shop_settings')['GREETING'] = 'goodbye';
    tell(`the module now says 'goodbye', settings.GREETING is ${greeting()}`);
    tell(`settings.configure(): ${attempt(() => settings.configure())}`);
  },
};
