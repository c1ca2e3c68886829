/** The same server and parameters, another database and, if given, another login. */
export function withDatabase(url: string, database: string, login?: { user: string; password: string }): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  if (login) {
    changed.username = login.user;
    changed.password = encodeURIComponent(login.password);
  }
  return changed.toString();
}

/** A URL fit for a log line: no password. */
export function withoutPassword(url: string): string {
  const changed = new URL(url);
  changed.password = '';
  return changed.toString();
}
