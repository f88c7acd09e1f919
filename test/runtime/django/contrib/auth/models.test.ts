import { beforeEach, describe, expect, test } from 'vitest';
import { NotImplementedError, ValueError } from '#runtime/builtins';
import { MD5PasswordHasher, SHA1PasswordHasher } from '#runtime/django/contrib/auth/hashers';
import { AnonymousUser, User } from '#runtime/django/contrib/auth/models';
import { setUserStore, type UserRow } from '#runtime/django/contrib/auth/user-store';
import { ObjectDoesNotExist } from '#runtime/django/core/exceptions';
import { overrideSettings } from '#runtime/django/test/utils';
import { repr, str } from '#runtime/repr';
import { JOES_HASH, startSite } from './site.ts';

let joe: User;
let ann: User;

beforeEach(() => {
  ({ joe, ann } = startSite());
});

describe('a user', () => {
  test('has a name, a hash of a password and a hash for sessions', () => {
    expect([repr(joe), str(joe), joe.pk]).toEqual(['<User: joe>', 'joe', 1]);
    expect(joe.password).toBe('md5$ssssssssssss$82910e70fd0a4e9850e6d4dff69817ea');
    expect(joe.getSessionAuthHash()).toBe(JOES_HASH);
    expect([joe.isAuthenticated, joe.isAnonymous]).toEqual([true, false]);
  });

  test('is another object each time that it is found, and the same user', () => {
    const again = User.objects.get({ pk: 1 });
    expect(again === joe).toBe(false);
    expect(again.equals(joe)).toBe(true);
    expect([again.equals(ann), again.equals(new AnonymousUser())]).toEqual([false, false]);
    expect(new User().equals(new User())).toBe(false);
  });

  test('is kept as it was last saved, or as far as it was saved', () => {
    joe.email = 'joe@example.com';
    joe.isStaff = true;
    joe.save({ updateFields: ['isStaff'] });
    expect(User.objects.getByNaturalKey('joe')).toMatchObject({ email: '', isStaff: true });
    joe.save();
    expect(User.objects.get({ pk: 1 }).email).toBe('joe@example.com');
  });

  test('knows the password', () => {
    expect([joe.checkPassword('secret'), joe.checkPassword('x')]).toEqual([true, false]);
    joe.setUnusablePassword();
    expect([joe.hasUsablePassword(), joe.checkPassword('secret')]).toEqual([false, false]);
  });

  test('whose hash is out of date gets another one with the next right password', () => {
    overrideSettings({ PASSWORD_HASHERS: [SHA1PasswordHasher, MD5PasswordHasher] }, () => {
      joe.checkPassword('wrong');
      expect(User.objects.get({ pk: 1 }).password).toMatch(/^md5\$/);
      joe.checkPassword('secret');
      expect(User.objects.get({ pk: 1 }).password).toMatch(/^sha1\$/);
    });
  });

  test('needs a name, in one form', () => {
    expect(() => User.objects.createUser('')).toThrow(ValueError);
    expect(() => User.objects.createUser('')).toThrow('The given username must be set');
    expect(User.objects.createUser('ﬁ').username).toBe('fi');
  });

  test('who is not there is an exception', () => {
    expect(() => User.objects.get({ pk: 9 })).toThrow(User.DoesNotExist);
    expect(() => User.objects.get({ pk: 9 })).toThrow(ObjectDoesNotExist);
    expect(() => User.objects.get({ pk: 9 })).toThrow('User matching query does not exist.');
  });

  test('may do what it was permitted, and everything if it is a superuser', () => {
    const clerk = User.objects.createUser('clerk', null, { permissions: ['polls.add_choice'] });
    expect(clerk.hasPerms(['polls.add_choice'])).toBe(true);
    expect(clerk.hasPerm('polls.add_choice', {})).toBe(false);
    expect([clerk.hasPerm('polls.x'), clerk.hasModulePerms('polls')]).toEqual([false, true]);
    expect([...clerk.getAllPermissions()]).toEqual(['polls.add_choice']);
    clerk.isActive = false;
    expect(clerk.hasPerm('polls.add_choice')).toBe(false);
    const root = User.objects.createSuperuser('root', 'pw');
    expect([root.hasPerm('x.y'), root.hasModulePerms('x'), root.isStaff]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('can be kept elsewhere', () => {
    const kept: Partial<UserRow>[] = [];
    setUserStore({
      byId: () => null,
      byUsername: () => null,
      insert: (fields) => kept.push(fields),
      update: () => {},
    });
    expect(User.objects.createUser('eve').pk).toBe(1);
    expect(kept).toMatchObject([{ username: 'eve' }]);
  });
});

describe('nobody', () => {
  test('is not kept, knows no password and may do nothing', () => {
    const nobody = new AnonymousUser();
    const acts = [
      () => nobody.save(),
      () => nobody.delete(),
      () => nobody.setPassword('x'),
      () => nobody.checkPassword('x'),
    ];
    for (const act of acts) {
      expect(act).toThrow(NotImplementedError);
      expect(act).toThrow("Django doesn't provide a DB representation for AnonymousUser.");
    }
    expect([nobody.isAuthenticated, nobody.isAnonymous, nobody.pk]).toEqual([false, true, null]);
    expect([nobody.hasPerm('a.b'), nobody.hasModulePerms('a')]).toEqual([false, false]);
    expect(nobody.getAllPermissions().size).toBe(0);
    expect([nobody.equals(new AnonymousUser()), str(nobody)]).toEqual([true, 'AnonymousUser']);
  });
});
