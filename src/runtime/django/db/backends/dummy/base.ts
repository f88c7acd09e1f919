/**
 * What stands in for a database where a site has none: it can be asked for, not used.
 *
 * @module
 */

import { AttributeError } from '../../../../builtins.ts';
import { ImproperlyConfigured } from '../../../core/exceptions.ts';
import type { DriverErrors } from '../../error-wrapper.ts';
import { BaseDatabaseWrapper } from '../base/base.ts';
import { BaseDatabaseFeatures } from '../base/features.ts';
import { BaseDatabaseOperations } from '../base/operations.ts';

/** Throws what every use of the missing database ends with. @throws {ImproperlyConfigured} @models django.db.backends.dummy.base:complain */
export function complain(): never {
  throw new ImproperlyConfigured(
    'settings.DATABASES is improperly configured. Please supply the ENGINE value. Check settings documentation for more details.',
  );
}

/** @models django.db.backends.dummy.features:DummyDatabaseFeatures */
class DummyDatabaseFeatures extends BaseDatabaseFeatures {
  override readonly supportsTransactions = false;
  override readonly usesSavepoints = false;
}

/** @models django.db.backends.dummy.base:DatabaseOperations */
class DatabaseOperations extends BaseDatabaseOperations {
  override quoteName(): never {
    return complain();
  }

  override lastExecutedQuery(): never {
    return complain();
  }
}

/** No database. Undoing something does nothing; all else complains. @models django.db.backends.dummy.base:DatabaseWrapper */
export class DatabaseWrapper extends BaseDatabaseWrapper {
  override readonly vendor = 'unknown';
  override readonly displayName = 'unknown';
  override readonly features = new DummyDatabaseFeatures();
  override readonly ops = new DatabaseOperations();

  override get Database(): DriverErrors {
    throw new AttributeError("'DatabaseWrapper' object has no attribute 'Database'");
  }

  override ensureConnection(): never {
    return complain();
  }

  override getNewConnection(): never {
    return complain();
  }

  override createCursor(): never {
    return complain();
  }

  override isUsable(): boolean {
    return true;
  }

  protected override _cursor(): never {
    return complain();
  }

  protected override _commit(): never {
    return complain();
  }

  protected override _rollback(): void {}

  protected override _close(): void {}

  protected override _savepoint(): void {}

  protected override _savepointCommit(): never {
    return complain();
  }

  protected override _savepointRollback(): void {}

  protected override _setAutocommit(): never {
    return complain();
  }
}
