/**
 * What a backend needs of its driver: PEP 249, as far as Django uses it.
 *
 * @module
 */

/** A row: a tuple in Python, a frozen array here. */
export type Row = readonly unknown[];

/** Parameters of a query: by place, by name, or none at all. */
export type QueryParameters = readonly unknown[] | Readonly<Record<string, unknown>> | null;

/** A driver's cursor. */
export interface DriverCursor extends Iterable<Row> {
  readonly description: readonly (readonly unknown[])[] | null;
  readonly rowcount: number;
  readonly lastrowid: number | null;
  arraysize: number;
  execute(sql: string, params?: QueryParameters): this;
  executemany(sql: string, paramList: Iterable<NonNullable<QueryParameters>>): this;
  fetchone(): Row | null;
  fetchmany(size?: number): Row[];
  fetchall(): Row[];
  close(): void;
}

/** A driver's connection. */
export interface DriverConnection {
  commit(): void;
  rollback(): void;
  close(): void;
}
