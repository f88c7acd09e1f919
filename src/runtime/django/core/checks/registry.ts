/**
 * The checks of a site, by tags.
 *
 * @module
 */

import { AssertionError } from '../../../builtins.ts';
import { PerProcess } from '../../../process.ts';
import { repr } from '../../../repr.ts';
import type { AppConfig } from '../../apps/config.ts';
import type { CheckMessage } from './messages.ts';

/** The tags of Django's own checks. @models django.core.checks.registry:Tags */
export const Tags = {
  admin: 'admin',
  caches: 'caches',
  compatibility: 'compatibility',
  database: 'database',
  models: 'models',
  security: 'security',
  signals: 'signals',
  templates: 'templates',
  translation: 'translation',
  urls: 'urls',
} as const;

/** Looks at a site, or at some of its applications, and says what it found. */
export type Check = (appConfigs: readonly AppConfig[] | null) => Iterable<CheckMessage>;

/** When a check is run. */
export interface RegisterOptions {
  /** Only where deployment is asked about. */
  deploy?: boolean;
  /** Registered by a module of the runtime as it loads, and so in every process. */
  atImport?: boolean;
}

/** Which checks are run. */
export interface RunOptions {
  /** Some applications only. */
  appConfigs?: readonly AppConfig[] | null;
  /** Checks with one of these tags only; without them all but those of databases. */
  tags?: readonly string[] | null;
  includeDeploymentChecks?: boolean;
}

interface Registered {
  check: Check;
  tags: readonly string[];
  deploy: boolean;
}

/** Keeps checks in the order in which they came; in Python the order is not said. @models django.core.checks.registry:CheckRegistry */
export class CheckRegistry {
  readonly #atImport: Registered[] = [];
  readonly #registered = new PerProcess<Registered[]>(() => [...this.#atImport]);

  /** Adds a check under tags; once is enough. @models django.core.checks.registry:CheckRegistry.register */
  register(check: Check, tags: readonly string[], options: RegisterOptions = {}): Check {
    const { deploy = false, atImport = false } = options;
    const registered = this.#registered.value;
    if (registered.some((known) => known.check === check && known.deploy === deploy)) return check;
    if (atImport) this.#atImport.push({ check, tags, deploy });
    registered.push({ check, tags, deploy });
    return check;
  }

  /** What all checks found. @throws {AssertionError} where one gives no list. @models django.core.checks.registry:CheckRegistry.run_checks */
  runChecks(options: RunOptions = {}): CheckMessage[] {
    const { appConfigs = null, tags = null, includeDeploymentChecks = false } = options;
    return this.#checks(includeDeploymentChecks)
      .filter((known) =>
        tags === null
          ? !known.tags.includes(Tags.database)
          : known.tags.some((tag) => tags.includes(tag)),
      )
      .flatMap(({ check }) => found(check, appConfigs));
  }

  /** Whether a check has this tag. @models django.core.checks.registry:CheckRegistry.tag_exists */
  tagExists(tag: string, includeDeploymentChecks = false): boolean {
    return this.tagsAvailable(includeDeploymentChecks).has(tag);
  }

  /** All tags. @models django.core.checks.registry:CheckRegistry.tags_available */
  tagsAvailable(includeDeploymentChecks = false): Set<string> {
    return new Set(this.#checks(includeDeploymentChecks).flatMap(({ tags }) => tags));
  }

  #checks(includeDeploymentChecks: boolean): Registered[] {
    return this.#registered.value.filter(({ deploy }) => includeDeploymentChecks || !deploy);
  }
}

/** The checks of the process. @models django.core.checks.registry:registry */
export const registry = new CheckRegistry();

function found(check: Check, appConfigs: readonly AppConfig[] | null): CheckMessage[] {
  const messages: unknown = check(appConfigs);
  if (typeof messages === 'object' && messages !== null && Symbol.iterator in messages) {
    return [...(messages as Iterable<CheckMessage>)];
  }
  throw new AssertionError(
    `The function ${repr(check)} did not return a list. All functions registered with the checks registry must return a list.`,
  );
}
