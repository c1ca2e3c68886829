/** What can run SQL: TypeORM's data source or manager. Answers the rows. */
export interface Queryable {
  query<T>(sql: string, parameters?: unknown[]): Promise<T>;
}
