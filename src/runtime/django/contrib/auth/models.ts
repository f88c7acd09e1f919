/**
 * Users, and who is none. `User` is a stand-in: this runtime has no ORM, so it is no model. It
 * has the fields on which letting people in depends, and keeps them in a store.
 *
 * @module
 */

import { NotImplementedError, ValueError } from '../../../builtins.ts';
import { now } from '../../../datetime.ts';
import { ObjectDoesNotExist } from '../../core/exceptions.ts';
import { defineModule } from '../../utils/module-loading.ts';
import { AbstractBaseUser } from './base-user.ts';
import { getAllPermissions, hasModulePerms, hasPerm } from './permissions.ts';
import { type UserRow, userStore } from './user-store.ts';

/** There is no such user. @models django.contrib.auth.models:User.DoesNotExist */
class DoesNotExist extends ObjectDoesNotExist {
  override name = 'DoesNotExist';

  constructor() {
    super('User matching query does not exist.');
  }
}

/** By what a user is found. */
export type UserQuery = { pk: number } | { username: string };

/** What is said of a new user. */
export type UserFields = Partial<Omit<UserRow, 'id' | 'password'>>;

/** Makes and finds users. @models django.contrib.auth.models:UserManager */
export class UserManager {
  /** Makes a user and keeps it. @throws {ValueError} without a name. @models django.contrib.auth.models:UserManager.create_user */
  createUser(username: string, password: string | null = null, fields: UserFields = {}): User {
    if (!username) throw new ValueError('The given username must be set');
    const user = new User({ ...fields, username: User.normalizeUsername(username) });
    user.setPassword(password);
    user.save();
    return user;
  }

  /** Makes a user who may do everything. @models django.contrib.auth.models:UserManager.create_superuser */
  createSuperuser(username: string, password: string | null, fields: UserFields = {}): User {
    return this.createUser(username, password, { ...fields, isStaff: true, isSuperuser: true });
  }

  /** A user, or `null`. */
  find(query: UserQuery): User | null {
    const store = userStore();
    const row = 'pk' in query ? store.byId(query.pk) : store.byUsername(query.username);
    return row && new User(row);
  }

  /** A user. @throws {DoesNotExist} @models django.db.models:QuerySet.get */
  get(query: UserQuery): User {
    const user = this.find(query);
    if (!user) throw new DoesNotExist();
    return user;
  }

  /** A user by name. @throws {DoesNotExist} @models django.contrib.auth.base_user:BaseUserManager.get_by_natural_key */
  getByNaturalKey(username: string): User {
    return this.get({ username });
  }
}

/** A user; no model of an ORM, but a stand-in with the fields of one. Each that is found is another object. @models django.contrib.auth.models:User */
export class User extends AbstractBaseUser {
  static override readonly name: string = 'User';
  static readonly DoesNotExist = DoesNotExist;
  static readonly objects = new UserManager();

  #id: number | null;
  username: string;
  email: string;
  isStaff: boolean;
  isSuperuser: boolean;
  /** What it may do, such as `polls.add_choice`. */
  readonly permissions: Set<string>;

  constructor(fields: Partial<UserRow> = {}) {
    super();
    this.#id = fields.id ?? null;
    this.username = fields.username ?? '';
    this.password = fields.password ?? '';
    this.email = fields.email ?? '';
    this.isActive = fields.isActive ?? true;
    this.isStaff = fields.isStaff ?? false;
    this.isSuperuser = fields.isSuperuser ?? false;
    this.lastLogin = fields.lastLogin ?? null;
    this.permissions = new Set(fields.permissions);
  }

  get id(): number | null {
    return this.#id;
  }

  override get pk(): number | null {
    return this.#id;
  }

  /** @models django.contrib.auth.base_user:AbstractBaseUser.get_username */
  override getUsername(): string {
    return this.username;
  }

  /** Keeps the user, or the named fields of it. @models django.contrib.auth.base_user:AbstractBaseUser.save */
  override save({ updateFields = null }: { updateFields?: readonly string[] | null } = {}): void {
    const fields = this.#fields();
    if (this.#id === null) {
      this.#id = userStore().insert(fields);
      return;
    }
    const entries = Object.entries(fields);
    const some = entries.filter(([name]) => updateFields?.includes(name) ?? true);
    userStore().update(this.#id, Object.fromEntries(some));
  }

  /** @models django.contrib.auth.models:PermissionsMixin.get_all_permissions */
  getAllPermissions(object: unknown = null): Set<string> {
    return getAllPermissions(this, object);
  }

  /** Whether it may do one thing; an active superuser may do all. @models django.contrib.auth.models:PermissionsMixin.has_perm */
  hasPerm(permission: string, object: unknown = null): boolean {
    return (this.isActive && this.isSuperuser) || hasPerm(this, permission, object);
  }

  /** @models django.contrib.auth.models:PermissionsMixin.has_perms */
  hasPerms(permissions: readonly string[], object: unknown = null): boolean {
    return permissions.every((permission) => this.hasPerm(permission, object));
  }

  /** Whether it may do anything in an application. @models django.contrib.auth.models:PermissionsMixin.has_module_perms */
  hasModulePerms(appLabel: string): boolean {
    return (this.isActive && this.isSuperuser) || hasModulePerms(this, appLabel);
  }

  #fields(): Omit<UserRow, 'id'> {
    const { username, password, email, isActive, isStaff, isSuperuser, lastLogin } = this;
    const permissions = [...this.permissions];
    return { username, password, email, isActive, isStaff, isSuperuser, lastLogin, permissions };
  }
}

/** A visitor who is no user. @models django.contrib.auth.models:AnonymousUser */
export class AnonymousUser {
  readonly id = null;
  readonly pk = null;
  readonly username = '';
  readonly isStaff = false;
  readonly isActive = false;
  readonly isSuperuser = false;

  /** Yes. @models django.contrib.auth.models:AnonymousUser.is_anonymous */
  get isAnonymous(): boolean {
    return true;
  }

  /** No. @models django.contrib.auth.models:AnonymousUser.is_authenticated */
  get isAuthenticated(): boolean {
    return false;
  }

  /** @models django.contrib.auth.models:AnonymousUser.get_username */
  getUsername(): string {
    return this.username;
  }

  /** @throws {NotImplementedError} @models django.contrib.auth.models:AnonymousUser.save */
  save(): never {
    throw notKept();
  }

  /** @throws {NotImplementedError} @models django.contrib.auth.models:AnonymousUser.delete */
  delete(): never {
    throw notKept();
  }

  /** @throws {NotImplementedError} @models django.contrib.auth.models:AnonymousUser.set_password */
  setPassword(_rawPassword: string | null): never {
    throw notKept();
  }

  /** @throws {NotImplementedError} @models django.contrib.auth.models:AnonymousUser.check_password */
  checkPassword(_rawPassword: string | null): never {
    throw notKept();
  }

  /** @models django.contrib.auth.models:AnonymousUser.get_all_permissions */
  getAllPermissions(object: unknown = null): Set<string> {
    return getAllPermissions(this, object);
  }

  /** @models django.contrib.auth.models:AnonymousUser.has_perm */
  hasPerm(permission: string, object: unknown = null): boolean {
    return hasPerm(this, permission, object);
  }

  /** @models django.contrib.auth.models:AnonymousUser.has_perms */
  hasPerms(permissions: readonly string[], object: unknown = null): boolean {
    return permissions.every((permission) => this.hasPerm(permission, object));
  }

  /** @models django.contrib.auth.models:AnonymousUser.has_module_perms */
  hasModulePerms(appLabel: string): boolean {
    return hasModulePerms(this, appLabel);
  }

  /** One visitor who is no user is like another. @models django.contrib.auth.models:AnonymousUser.__eq__ */
  equals(other: unknown): boolean {
    return other instanceof AnonymousUser;
  }

  /** As Python shows it. @models django.contrib.auth.models:AnonymousUser.__str__ */
  toString(): string {
    return 'AnonymousUser';
  }
}

function notKept(): NotImplementedError {
  return new NotImplementedError("Django doesn't provide a DB representation for AnonymousUser.");
}

/** Notes when a user logged in; hears `user_logged_in` where the application is installed. @models django.contrib.auth.models:update_last_login */
export function updateLastLogin({ user }: { user: AbstractBaseUser }): void {
  user.lastLogin = now();
  user.save({ updateFields: ['lastLogin'] });
}

defineModule('django.contrib.auth.models', { AnonymousUser, updateLastLogin, User, UserManager });
