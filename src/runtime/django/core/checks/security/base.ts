/**
 * What a site should not be deployed with, as far as every request is concerned.
 *
 * @module
 */

import { settings } from '../../../conf.ts';
import { type CheckMessage, Warning as WarningMessage } from '../messages.ts';
import { registry, Tags } from '../registry.ts';

const SECURITY = 'django.middleware.security.SecurityMiddleware';
const XFRAME = 'django.middleware.clickjacking.XFrameOptionsMiddleware';

/** How long a secret key has to be, in characters. @models django.core.checks.security.base:SECRET_KEY_MIN_LENGTH */
export const SECRET_KEY_MIN_LENGTH = 50;

/** How many different characters it has to have. @models django.core.checks.security.base:SECRET_KEY_MIN_UNIQUE_CHARACTERS */
export const SECRET_KEY_MIN_UNIQUE_CHARACTERS = 5;

interface SecurityRule {
  id: string;
  passes: () => unknown;
  msg: string;
}

const usesSecurity = () => settings.MIDDLEWARE.includes(SECURITY);
const usesXframe = () => settings.MIDDLEWARE.includes(XFRAME);

const RULES: readonly SecurityRule[] = [
  {
    id: 'W001',
    passes: usesSecurity,
    msg: `You do not have '${SECURITY}' in your MIDDLEWARE so the SECURE_HSTS_SECONDS, SECURE_CONTENT_TYPE_NOSNIFF, SECURE_BROWSER_XSS_FILTER, and SECURE_SSL_REDIRECT settings will have no effect.`,
  },
  {
    id: 'W002',
    passes: usesXframe,
    msg: `You do not have '${XFRAME}' in your MIDDLEWARE, so your pages will not be served with an 'x-frame-options' header. Unless there is a good reason for your site to be served in a frame, you should consider enabling this header to help prevent clickjacking attacks.`,
  },
  {
    id: 'W004',
    passes: () => !usesSecurity() || settings.SECURE_HSTS_SECONDS,
    msg: 'You have not set a value for the SECURE_HSTS_SECONDS setting. If your entire site is served only over SSL, you may want to consider setting a value and enabling HTTP Strict Transport Security. Be sure to read the documentation first; enabling HSTS carelessly can cause serious, irreversible problems.',
  },
  {
    id: 'W005',
    passes: () => !usesHsts() || settings.SECURE_HSTS_INCLUDE_SUBDOMAINS,
    msg: 'You have not set the SECURE_HSTS_INCLUDE_SUBDOMAINS setting to True. Without this, your site is potentially vulnerable to attack via an insecure connection to a subdomain. Only set this to True if you are certain that all subdomains of your domain should be served exclusively via SSL.',
  },
  {
    id: 'W021',
    passes: () => !usesHsts() || settings.SECURE_HSTS_PRELOAD,
    msg: 'You have not set the SECURE_HSTS_PRELOAD setting to True. Without this, your site cannot be submitted to the browser preload list.',
  },
  {
    id: 'W006',
    passes: () => !usesSecurity() || settings.SECURE_CONTENT_TYPE_NOSNIFF,
    msg: "Your SECURE_CONTENT_TYPE_NOSNIFF setting is not set to True, so your pages will not be served with an 'X-Content-Type-Options: nosniff' header. You should consider enabling this header to prevent the browser from identifying content types incorrectly.",
  },
  {
    id: 'W007',
    passes: () => !usesSecurity() || settings.SECURE_BROWSER_XSS_FILTER,
    msg: "Your SECURE_BROWSER_XSS_FILTER setting is not set to True, so your pages will not be served with an 'X-XSS-Protection: 1; mode=block' header. You should consider enabling this header to activate the browser's XSS filtering and help prevent XSS attacks.",
  },
  {
    id: 'W008',
    passes: () => !usesSecurity() || settings.SECURE_SSL_REDIRECT,
    msg: 'Your SECURE_SSL_REDIRECT setting is not set to True. Unless your site should be available over both SSL and non-SSL connections, you may want to either set this setting True or configure a load balancer or reverse-proxy server to redirect all connections to HTTPS.',
  },
  {
    id: 'W009',
    passes: hasGoodSecretKey,
    msg: `Your SECRET_KEY has less than ${SECRET_KEY_MIN_LENGTH} characters or less than ${SECRET_KEY_MIN_UNIQUE_CHARACTERS} unique characters. Please generate a long and random SECRET_KEY, otherwise many of Django's security-critical features will be vulnerable to attack.`,
  },
  {
    id: 'W018',
    passes: () => !settings.DEBUG,
    msg: 'You should not have DEBUG set to True in deployment.',
  },
  {
    id: 'W019',
    passes: () => !usesXframe() || settings.X_FRAME_OPTIONS === 'DENY',
    msg: `You have '${XFRAME}' in your MIDDLEWARE, but X_FRAME_OPTIONS is not set to 'DENY'. The default is 'SAMEORIGIN', but unless there is a good reason for your site to serve other parts of itself in a frame, you should change it to 'DENY'.`,
  },
  {
    id: 'W020',
    passes: () => settings.ALLOWED_HOSTS.length > 0,
    msg: 'ALLOWED_HOSTS must not be empty in deployment.',
  },
];

function usesHsts(): boolean {
  return usesSecurity() && Boolean(settings.SECURE_HSTS_SECONDS);
}

function hasGoodSecretKey(): boolean {
  const key = 'SECRET_KEY' in settings ? Array.from(settings.SECRET_KEY) : [];
  return (
    key.length >= SECRET_KEY_MIN_LENGTH && new Set(key).size >= SECRET_KEY_MIN_UNIQUE_CHARACTERS
  );
}

/** What there is to say before a site is deployed. Each rule is a check of its own in Django. @models django.core.checks.security.base:check_debug */
export function checkSecurity(): CheckMessage[] {
  return RULES.filter(({ passes }) => !passes()).map(
    ({ id, msg }) => new WarningMessage(msg, { id: `security.${id}` }),
  );
}

registry.register(checkSecurity, [Tags.security], { deploy: true, atImport: true });
