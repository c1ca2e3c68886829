/** Owns every table and function; nobody signs in as it. */
export const OWNER = 'mulu_owner';

/** The separate logins of quality.md "Database roles". `SET ROLE` alone is no wall, so each has its own password. */
export const LOGINS = ['mulu_migrator', 'mulu_app', 'mulu_portal', 'mulu_auditor', 'mulu_checkpointer'] as const;

export type Login = (typeof LOGINS)[number];

/** A login without a password here keeps the one it has; a new one without cannot sign in. */
export type LoginPasswords = Readonly<Partial<Record<Login, string>>>;
