/**
 * What a database can and cannot do, as far as transactions and connections go.
 *
 * @module
 */

/** @models django.db.backends.base.features:BaseDatabaseFeatures */
export class BaseDatabaseFeatures {
  /** Whether transactions have savepoints. @models django.db.backends.base.features:BaseDatabaseFeatures.uses_savepoints */
  readonly usesSavepoints: boolean = true;
  /** Whether the database itself knows time zones. @models django.db.backends.base.features:BaseDatabaseFeatures.supports_timezones */
  readonly supportsTimezones: boolean = true;
  /** Whether there are transactions at all. */
  readonly supportsTransactions: boolean = true;
  /** Whether each query is committed by itself even when autocommit is off. @models django.db.backends.base.features:BaseDatabaseFeatures.autocommits_when_autocommit_is_off */
  readonly autocommitsWhenAutocommitIsOff: boolean = false;
}
