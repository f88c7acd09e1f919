export const DEBUG = true;
export const SECRET_KEY = 'only for the playground';
export const ROOT_URLCONF = 'mysite.urls';
export const INSTALLED_APPS = ['django.contrib.sessions'];
export const MIDDLEWARE = ['django.contrib.sessions.middleware.SessionMiddleware'];

// There is no database here: the whole session travels in its cookie, signed.
export const SESSION_ENGINE = 'django.contrib.sessions.backends.signed_cookies';
