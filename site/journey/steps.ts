/**
 * The places on the way of a request at which a chapter can stand.
 *
 * @module
 */

/** One place: how the picture names it, and the function of Django whose call it is. */
export interface Step {
  label: string;
  /** Python's name, as recordings have it. */
  calls: string;
}

/** What happens once, before any request, in its order. */
export const WAKING = {
  wake: { label: 'wsgi.py', calls: 'django.core.wsgi:get_wsgi_application' },
  settings: { label: 'settings', calls: 'django.conf:LazySettings._setup' },
  apps: { label: 'apps', calls: 'django.apps.registry:Apps.populate' },
  ready: { label: 'ready()', calls: 'django.apps.config:AppConfig.ready' },
  handler: { label: 'handler', calls: 'django.core.handlers.base:BaseHandler.load_middleware' },
} satisfies Record<string, Step>;

/** What happens to each request on its way to the view. */
export const INWARD = {
  environ: {
    label: 'server: environ',
    calls: 'django.core.servers.basehttp:WSGIRequestHandler.get_environ',
  },
  request: { label: 'WSGIRequest', calls: 'django.core.handlers.wsgi:WSGIRequest.__init__' },
  chain: { label: 'get_response', calls: 'django.core.handlers.base:BaseHandler.get_response' },
  resolve: { label: 'resolve the URL', calls: 'django.urls.resolvers:URLResolver.resolve' },
  view: { label: 'the view', calls: 'django.core.handlers.base:BaseHandler.make_view_atomic' },
} satisfies Record<string, Step>;

/** What happens to its response on the way back. */
export const OUTWARD = {
  response: { label: 'HttpResponse', calls: 'django.http.response:HttpResponse.__init__' },
  start: { label: 'start_response', calls: 'wsgiref.handlers:BaseHandler.start_response' },
  body: { label: 'body, sent', calls: 'wsgiref.handlers:BaseHandler.finish_response' },
  close: { label: 'close()', calls: 'django.http.response:HttpResponseBase.close' },
  connections: { label: 'connections', calls: 'django.db:close_old_connections' },
} satisfies Record<string, Step>;

/** What a chapter may say in its front matter as `here`; `layers`, `out` and `errors` are the layers as a whole. */
export const PLACES = [
  ...(Object.keys(WAKING) as (keyof typeof WAKING)[]),
  ...(Object.keys(INWARD) as (keyof typeof INWARD)[]),
  ...(Object.keys(OUTWARD) as (keyof typeof OUTWARD)[]),
  'layers',
  'out',
  'errors',
] as const;

/** A place at which a chapter can stand. */
export type Place = (typeof PLACES)[number];
