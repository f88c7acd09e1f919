import { beforeEach, describe, expect, test } from 'vitest';
import { AssertionError, NotImplementedError, ValueError } from '#runtime/builtins';
import { freshSettings } from '#runtime/django/conf';
import {
  BasePasswordHasher,
  checkPassword,
  getHasher,
  identifyHasher,
  isPasswordUsable,
  makePassword,
  maskHash,
  MD5PasswordHasher,
  PBKDF2PasswordHasher,
  SHA1PasswordHasher,
} from '#runtime/django/contrib/auth/hashers';
import { ImproperlyConfigured } from '#runtime/django/core/exceptions';
import { overrideSettings } from '#runtime/django/test/utils';
import { entropyTape, setEntropy } from '#runtime/random';
import { catchWarnings } from '#runtime/warnings';

class Fast extends PBKDF2PasswordHasher {
  override readonly iterations = 2;
}

const ONE_ROUND = 'pbkdf2_sha256$1$s$NyzJgVJExKK3WVWxNYzeCQ2cEi0afeMCqQTgTTW6awY=';
const MANY_ROUNDS = 'pbkdf2_sha256$150000$s$6s4aeWB89w4YJUjubM70RbeP6ZdMpNmp4swEpadD33s=';

describe('as Django comes', () => {
  beforeEach(() => {
    freshSettings();
    setEntropy(entropyTape(['a'.repeat(200)]));
  });

  test('a password is hashed 150000 times with a salt of twelve characters', () => {
    expect(makePassword('letmein')).toBe(
      'pbkdf2_sha256$150000$aaaaaaaaaaaa$UH1uKWfkWj8FSs3ZspdKgsvFcuQNVsGOeRpzlnTon8A=',
    );
    expect(makePassword('lètmein', 'seasalt', 'pbkdf2_sha1')).toBe(
      'pbkdf2_sha1$150000$seasalt$oUdT3QAmQ48h4MJvCIw/jy2rU3Q=',
    );
  });

  test('no password is a hash that nothing matches', () => {
    const none = makePassword(null);
    expect(none).toBe(`!${'a'.repeat(40)}`);
    expect(isPasswordUsable(none)).toBe(false);
    expect(checkPassword('a', none)).toBe(false);
    expect([isPasswordUsable(null), isPasswordUsable('x'), isPasswordUsable('')]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('an old hash is recognised, and whoever wants to can make it anew', () => {
    const anew: string[] = [];
    expect(checkPassword('p', ONE_ROUND, (password) => anew.push(password))).toBe(true);
    expect(anew).toEqual(['p']);
    expect(checkPassword('q', ONE_ROUND, (password) => anew.push(password))).toBe(false);
    expect(anew).toEqual(['p']);
  });

  test.each(['nonsense', '', 'md5$a$b', 'a'.repeat(32)])(
    '%j is the hash of no password',
    (text) => {
      expect(checkPassword('p', text)).toBe(false);
    },
  );

  test('the hash of a password is right', () => {
    expect(checkPassword('p', MANY_ROUNDS, () => expect.unreachable())).toBe(true);
    expect(checkPassword('q', MANY_ROUNDS)).toBe(false);
  });

  test('what is told of a hash does not give it away', () => {
    const hasher = getHasher();
    expect([hasher.algorithm, hasher.mustUpdate(ONE_ROUND)]).toEqual(['pbkdf2_sha256', true]);
    expect(hasher.mustUpdate(MANY_ROUNDS)).toBe(false);
    expect(hasher.safeSummary(MANY_ROUNDS)).toEqual({
      algorithm: 'pbkdf2_sha256',
      iterations: '150000',
      salt: 's',
      hash: '6s4aeW**************************************',
    });
    expect(maskHash('abc', 2, '-')).toBe('ab-');
  });

  test('hashers are found by their names alone', () => {
    expect(identifyHasher(ONE_ROUND)).toBe(getHasher());
    expect(() => identifyHasher('x$y')).toThrow(ValueError);
    expect(() => identifyHasher('a'.repeat(32))).toThrow(
      "Unknown password hashing algorithm 'unsalted_md5'. Did you specify it in the PASSWORD_HASHERS setting?",
    );
  });

  test('a salt with a dollar will not do', () => {
    expect(() => makePassword('x', 'a$b')).toThrow(AssertionError);
  });

  test.each([
    ['argon2', "Couldn't load 'Argon2PasswordHasher' algorithm library: No module named 'argon2'"],
    [
      'bcrypt_sha256',
      "Couldn't load 'BCryptSHA256PasswordHasher' algorithm library: No module named 'bcrypt'",
    ],
  ])('%s needs a library', (algorithm, message) => {
    expect(() => makePassword('x', null, algorithm)).toThrow(message);
  });
});

describe('as a site wants it', () => {
  beforeEach(() => {
    freshSettings({ PASSWORD_HASHERS: [Fast, MD5PasswordHasher, SHA1PasswordHasher] });
  });

  test('fewer rounds are quicker', () => {
    expect(makePassword('p', 's')).toBe(
      'pbkdf2_sha256$2$s$GZjz0/IhGbf5p3yK6LHfDW5d3orkSmreqL2DZzTKNnM=',
    );
    expect(checkPassword('p', ONE_ROUND)).toBe(true);
    expect(checkPassword('q', ONE_ROUND)).toBe(false);
  });

  test('others are quicker still', () => {
    expect(makePassword('p', 's', 'md5')).toBe('md5$s$1952a01898073d1e561b9b4f2e42cbd7');
    expect(makePassword('p', 's', 'sha1')).toBe('sha1$s$e8c5e5be4d4926e3acc74ed8dd3beb18fa6b1593');
    expect(checkPassword('p', 'md5$s$1952a01898073d1e561b9b4f2e42cbd7')).toBe(true);
    expect(getHasher('md5').safeSummary(makePassword('p', 'seasalt', 'md5'))).toEqual({
      algorithm: 'md5',
      salt: 'se*****',
      hash: '71ffc9**************************',
    });
  });

  test('a hash of another way is right, and should be made anew', () => {
    const anew: string[] = [];
    const hash = makePassword('p', 's', 'md5');
    expect(checkPassword('p', hash, (password) => anew.push(password))).toBe(true);
    expect(anew).toEqual(['p']);
  });

  test('hashers are made once, until the setting changes', () => {
    expect(getHasher()).toBe(getHasher());
    const paths = ['django.contrib.auth.hashers.SHA1PasswordHasher'];
    overrideSettings({ PASSWORD_HASHERS: paths }, () => {
      expect(getHasher()).toBeInstanceOf(SHA1PasswordHasher);
    });
    expect(getHasher()).toBeInstanceOf(Fast);
  });
});

describe('a way of its own', () => {
  class Broken extends BasePasswordHasher {}

  test('has to have a name', () => {
    freshSettings({ PASSWORD_HASHERS: [Broken] });
    expect(() => getHasher()).toThrow(ImproperlyConfigured);
    expect(() => getHasher()).toThrow("hasher doesn't specify an algorithm name: __main__.Broken");
  });

  test('has to say how', () => {
    const hasher = new Broken();
    const acts = {
      'a verify': () => hasher.verify('a', 'b'),
      'an encode': () => hasher.encode('a', 'b'),
      'a safe_summary': () => hasher.safeSummary('x'),
    };
    for (const [name, act] of Object.entries(acts)) {
      expect(act).toThrow(NotImplementedError);
      expect(act).toThrow(`subclasses of BasePasswordHasher must provide ${name}() method`);
    }
    expect(hasher.mustUpdate('x')).toBe(false);
    const warnings = catchWarnings(() => hasher.hardenRuntime('a', 'b'));
    expect(warnings.map(String)).toEqual([
      'UserWarning: subclasses of BasePasswordHasher should provide a harden_runtime() method',
    ]);
  });
});
