/**
 * Who is let in, and what they may do then.
 *
 * @module
 */

import type { None } from '../../../objects.ts';
import type { HttpRequest } from '../../http/request.ts';
import { defineModule } from '../../utils/module-loading.ts';
import type { AbstractBaseUser } from './base-user.ts';
import { type AnonymousUser, User } from './models.ts';

/** A user, or a visitor who is none. */
export type Somebody = AbstractBaseUser | AnonymousUser;

/** What a visitor shows to be let in, by name. */
export type Credentials = Record<string, unknown>;

/** A backend. What it lacks, it leaves to others. */
export interface AuthenticationBackend {
  /** The names of the credentials it takes, all of them and no others; any where it says none. */
  readonly takes?: readonly string[];
  /** The user whom the credentials belong to. @throws {PermissionDenied} to keep other backends from being asked. */
  authenticate(request: HttpRequest | null, credentials: Credentials): AbstractBaseUser | None;
  /** The user of a session. */
  getUser(id: number): AbstractBaseUser | None;
  getAllPermissions?(user: Somebody, object: unknown): ReadonlySet<string>;
  hasPerm?(user: Somebody, permission: string, object: unknown): boolean;
  hasModulePerms?(user: Somebody, appLabel: string): boolean;
}

/** Lets users in by name and password. @models django.contrib.auth.backends:ModelBackend */
export class ModelBackend implements AuthenticationBackend {
  /** The user of a name, if the password is right and the user active. A name that nobody has takes as long. @models django.contrib.auth.backends:ModelBackend.authenticate */
  authenticate(_request: HttpRequest | null, credentials: Credentials): User | null {
    const password = (credentials.password ?? null) as string | null;
    const user = User.objects.find({ username: String(credentials.username ?? '') });
    if (!user) {
      new User().setPassword(password);
      return null;
    }
    return user.checkPassword(password) && this.userCanAuthenticate(user) ? user : null;
  }

  /** Whether a user may be let in at all. @models django.contrib.auth.backends:ModelBackend.user_can_authenticate */
  userCanAuthenticate(user: AbstractBaseUser): boolean {
    return user.isActive;
  }

  /** The user of a session, if still active. @models django.contrib.auth.backends:ModelBackend.get_user */
  getUser(id: number): User | null {
    const user = User.objects.find({ pk: id });
    return user && this.userCanAuthenticate(user) ? user : null;
  }

  /** What a user may do; nothing about a particular object. @models django.contrib.auth.backends:ModelBackend.get_all_permissions */
  getAllPermissions(user: Somebody, object: unknown = null): ReadonlySet<string> {
    const none = !user.isActive || user.isAnonymous || object !== null;
    return none || !(user instanceof User) ? new Set() : user.permissions;
  }

  /** @models django.contrib.auth.backends:ModelBackend.has_perm */
  hasPerm(user: Somebody, permission: string, object: unknown = null): boolean {
    return user.isActive && this.getAllPermissions(user, object).has(permission);
  }

  /** @models django.contrib.auth.backends:ModelBackend.has_module_perms */
  hasModulePerms(user: Somebody, appLabel: string): boolean {
    if (!user.isActive) return false;
    const permissions = [...this.getAllPermissions(user)];
    return permissions.some((permission) => permission.split('.')[0] === appLabel);
  }
}

/** Lets users in who are not active as well. @models django.contrib.auth.backends:AllowAllUsersModelBackend */
export class AllowAllUsersModelBackend extends ModelBackend {
  override userCanAuthenticate(): boolean {
    return true;
  }
}

defineModule('django.contrib.auth.backends', { AllowAllUsersModelBackend, ModelBackend });
