/** Asks the database; all questions of one verification are asked of one snapshot. */
export type Ask = <Row>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

/** SQL: a moment as the log's headers write it. */
export const moment = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** SQL: a hash as the log's bodies write it. */
export const hex = (column: string): string => `encode(${column}, 'hex')`;
