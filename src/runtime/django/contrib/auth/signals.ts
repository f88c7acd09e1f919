/**
 * What is announced about visitors who come in and go.
 *
 * @module
 */

import { Signal } from '../../dispatch.ts';
import type { HttpRequest } from '../../http/request.ts';
import type { AbstractBaseUser } from './base-user.ts';

/** Someone logged in; the sender is the class of users. @models django.contrib.auth.signals:user_logged_in */
export const userLoggedIn = new Signal<{ request: HttpRequest; user: AbstractBaseUser }>();

/** Someone was turned away; what could be a secret among the credentials is masked. @models django.contrib.auth.signals:user_login_failed */
export const userLoginFailed = new Signal<{
  credentials: Record<string, unknown>;
  request: HttpRequest | null;
}>();

/** Someone logged out, or nobody did, and then the user is `null`. @models django.contrib.auth.signals:user_logged_out */
export const userLoggedOut = new Signal<{
  request: HttpRequest;
  user: AbstractBaseUser | null;
}>();
