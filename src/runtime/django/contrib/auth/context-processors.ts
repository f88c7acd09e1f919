/**
 * What every template is told of the user.
 *
 * @module
 */

import type { HttpRequest } from '../../http/request.ts';
import type { Context } from '../../template/backends.ts';
import { defineModule } from '../../utils/module-loading.ts';
import './middleware.ts';
import { AnonymousUser, type User } from './models.ts';

/** What a user may do in one application. @models django.contrib.auth.context_processors:PermLookupDict */
export class PermLookupDict {
  readonly user: User | AnonymousUser;
  readonly appLabel: string;

  constructor(user: User | AnonymousUser, appLabel: string) {
    this.user = user;
    this.appLabel = appLabel;
  }

  /** Whether the user may do one thing. */
  has(name: string): boolean {
    return this.item(name);
  }

  /** The same, as a template asks for it. */
  get(name: string): boolean {
    return this.item(name);
  }

  /** Whether the user may do one thing. @models django.contrib.auth.context_processors:PermLookupDict.__getitem__ */
  item(name: string): boolean {
    return this.user.hasPerm(`${this.appLabel}.${name}`);
  }

  /** Whether the user may do anything. @models django.contrib.auth.context_processors:PermLookupDict.__bool__ */
  __bool__(): boolean {
    return this.user.hasModulePerms(this.appLabel);
  }

  /** @throws a `TypeError`: what a user may do cannot be counted up. @models django.contrib.auth.context_processors:PermLookupDict.__iter__ */
  [Symbol.iterator](): never {
    throw new TypeError('PermLookupDict is not iterable.');
  }
}

/** What a user may do, by application. @models django.contrib.auth.context_processors:PermWrapper */
export class PermWrapper {
  readonly user: User | AnonymousUser;

  constructor(user: User | AnonymousUser) {
    this.user = user;
  }

  /** @models django.contrib.auth.context_processors:PermWrapper.__getitem__ */
  item(appLabel: string): PermLookupDict {
    return new PermLookupDict(this.user, appLabel);
  }

  /** What the user may do in one application, as a template asks for it. */
  get(appLabel: string): PermLookupDict {
    return this.item(appLabel);
  }

  /** Whether the user may do something, `polls.add_choice`, or anything in an application, `polls`. @models django.contrib.auth.context_processors:PermWrapper.__contains__ */
  has(name: string): boolean {
    const dot = name.indexOf('.');
    return dot < 0
      ? this.item(name).__bool__()
      : this.item(name.slice(0, dot)).item(name.slice(dot + 1));
  }

  /** @throws a `TypeError`: what a user may do cannot be counted up. @models django.contrib.auth.context_processors:PermWrapper.__iter__ */
  [Symbol.iterator](): never {
    throw new TypeError('PermWrapper is not iterable.');
  }
}

/** The user, and what they may do. @models django.contrib.auth.context_processors:auth */
export function auth(request: HttpRequest): Context {
  const user = 'user' in request ? request.user : new AnonymousUser();
  return { user, perms: new PermWrapper(user) };
}

defineModule('django.contrib.auth.context_processors', { auth });
