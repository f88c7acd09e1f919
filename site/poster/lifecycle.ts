/**
 * The life of a Django 2.2 process and of a request in it, as the poster shows it. Every step
 * names a function of Django; file and line come from the table that the oracle keeps.
 *
 * @module
 */

import { permalink } from '../../src/models/permalinks.ts';
import places from '../../test/oracle/recordings/places.json' with { type: 'json' };

/** One step: what happens, and the function in which it does. */
export interface Step {
  text: string;
  /** Python's name, as tags have it. */
  calls?: string;
  /** A signal that is sent here. */
  signal?: string;
}

/** A step with its place in Django's source. */
export interface PlacedStep extends Step {
  /** Such as `handlers/base.py:71`, without the packages that go without saying. */
  place?: string;
  /** The line at tag 2.2.28. */
  address?: string;
}

/** Steps under one heading. */
export interface Panel {
  title: string;
  steps: Step[];
}

/** `manage.py runserver`. */
export const DEVELOPMENT: Panel = {
  title: 'manage.py runserver',
  steps: [
    {
      text: 'DJANGO_SETTINGS_MODULE is set, the command found',
      calls: 'django.core.management:execute_from_command_line',
    },
    {
      text: 'the settings wake up; setup(), errors kept',
      calls: 'django.core.management:ManagementUtility.execute',
    },
    {
      text: 'a child process is started, again on exit code 3',
      calls: 'django.utils.autoreload:restart_with_reloader',
    },
    {
      text: 'in the child: all of this again, then a thread',
      calls: 'django.utils.autoreload:start_django',
    },
    {
      text: 'system checks, migrations, banner',
      calls: 'django.core.management.commands.runserver:Command.inner_run',
    },
    {
      text: 'WSGI_APPLICATION is imported',
      calls: 'django.core.servers.basehttp:get_internal_wsgi_application',
    },
    {
      text: 'with DEBUG, static files in front of it',
      calls: 'django.contrib.staticfiles.handlers:StaticFilesHandler',
    },
    { text: 'a thread for each connection', calls: 'django.core.servers.basehttp:run' },
  ],
};

/** A server that imports `wsgi.py`. */
export const PRODUCTION: Panel = {
  title: 'a WSGI server imports wsgi.py',
  steps: [
    { text: 'DJANGO_SETTINGS_MODULE is set' },
    {
      text: 'application = get_wsgi_application()',
      calls: 'django.core.wsgi:get_wsgi_application',
    },
    { text: 'no checks, no URLconf: a fault shows at the first request' },
    { text: 'each worker does this once' },
  ],
};

/** `setup()` and the handler. */
export const START: Panel = {
  title: 'setup(), and a handler',
  steps: [
    { text: 'logging is configured', calls: 'django.utils.log:configure_logging' },
    {
      text: '1 each app is imported, its AppConfig made',
      calls: 'django.apps.config:AppConfig.create',
    },
    {
      text: '2 the models of each are imported',
      calls: 'django.apps.config:AppConfig.import_models',
    },
    { text: '3 ready() of each, in order', calls: 'django.apps.config:AppConfig.ready' },
    {
      text: 'layers are made, the innermost first',
      calls: 'django.core.handlers.base:BaseHandler.load_middleware',
    },
    {
      text: 'each is wrapped, so that exceptions become responses',
      calls: 'django.core.handlers.exception:convert_exception_to_response',
    },
  ],
};

/** What happens to each request on its way in. */
export const IN: Panel = {
  title: 'each request, on its way in',
  steps: [
    {
      text: 'the server makes an environ, calls the handler',
      calls: 'django.core.servers.basehttp:WSGIRequestHandler.handle_one_request',
    },
    { text: 'script prefix of this thread', calls: 'django.urls.base:set_script_prefix' },
    {
      text: 'queries forgotten, old connections closed',
      calls: 'django.core.handlers.wsgi:WSGIHandler.__call__',
      signal: 'request_started',
    },
    {
      text: 'a request of the environ; the body stays unread',
      calls: 'django.core.handlers.wsgi:WSGIRequest',
    },
    { text: 'URLconf of this thread', calls: 'django.core.handlers.base:BaseHandler.get_response' },
    {
      text: 'layers, the outermost first: process_request',
      calls: 'django.utils.deprecation:MiddlewareMixin.__call__',
    },
    { text: 'the path is resolved', calls: 'django.urls.resolvers:URLResolver.resolve' },
    {
      text: 'process_view, the outermost first',
      calls: 'django.core.handlers.base:BaseHandler._get_response',
    },
    {
      text: 'the view, in a transaction if ATOMIC_REQUESTS',
      calls: 'django.core.handlers.base:BaseHandler.make_view_atomic',
    },
  ],
};

/** What happens to its response. */
export const OUT: Panel = {
  title: 'its response, on its way out',
  steps: [
    {
      text: 'process_template_response, then render()',
      calls: 'django.template.response:SimpleTemplateResponse.render',
    },
    {
      text: 'process_response, the innermost first',
      calls: 'django.utils.deprecation:MiddlewareMixin.__call__',
    },
    { text: 'a status of 400 and above is logged', calls: 'django.utils.log:log_response' },
    {
      text: 'start_response(status, headers)',
      calls: 'django.core.handlers.wsgi:WSGIHandler.__call__',
    },
    {
      text: 'the server sends the body, then calls close()',
      calls: 'django.http.response:HttpResponseBase.close',
    },
    {
      text: 'connections closed or kept, URLconf put back',
      calls: 'django.core.handlers.base:reset_urlconf',
      signal: 'request_finished',
    },
    {
      text: 'too old, broken or left open: it is closed',
      calls: 'django.db.backends.base.base:BaseDatabaseWrapper.close_if_unusable_or_obsolete',
    },
  ],
};

/** Where exceptions go. */
export const ERRORS: Panel = {
  title: 'where exceptions go',
  steps: [
    {
      text: 'of the view or of render(): process_exception first',
      calls: 'django.core.handlers.base:BaseHandler.process_exception_by_middleware',
    },
    {
      text: 'Http404 → 404, PermissionDenied → 403',
      calls: 'django.core.handlers.exception:response_for_exception',
    },
    {
      text: 'SuspiciousOperation, MultiPartParserError → 400',
      calls: 'django.core.handlers.exception:response_for_exception',
    },
    {
      text: 'any other Exception → 500, logged, mailed',
      calls: 'django.core.handlers.exception:handle_uncaught_exception',
      signal: 'got_request_exception',
    },
    {
      text: 'a handler404 that fails is any other exception',
      calls: 'django.core.handlers.exception:get_exception_response',
    },
    { text: 'SystemExit, KeyboardInterrupt: to the server' },
    { text: 'while the body is sent: to the server' },
  ],
};

const PLACES = places as unknown as Record<string, [string, number, string] | [] | null>;

/** Steps with their places. @throws an `Error` for a function that the table does not have. */
export function placed(steps: readonly Step[]): PlacedStep[] {
  return steps.map((step) => {
    if (step.calls === undefined) return step;
    const [file, line] = PLACES[step.calls] ?? [];
    if (file === undefined || line === undefined) {
      throw new Error(
        `The poster names ${step.calls}, which recordings/places.json does not have.`,
      );
    }
    return {
      ...step,
      place: `${file.replace(/^django\//, '').replace(/^core\//, '')}:${line}`,
      address: permalink(file, line),
    };
  });
}
