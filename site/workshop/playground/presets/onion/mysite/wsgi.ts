import { getWsgiApplication } from '#runtime/django/core/wsgi';
import { environ } from '#runtime/os';

environ()['DJANGO_SETTINGS_MODULE'] ??= 'mysite.settings';

export const application = getWsgiApplication();
