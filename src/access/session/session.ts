/** Who is signed in, as the database says now. */
export interface Session {
  /** The cookie's value. The database's functions take it and find the actor themselves. */
  readonly token: string;
  readonly personId: string;
  readonly username: string;
  readonly displayName: string;
  /** Nothing else is allowed before the password is changed. */
  readonly mustChangePassword: boolean;
  readonly expiresAt: Date;
}

/** `retryAfter` in seconds. Whether the name exists can be told from neither refusal. */
export type Refused = { readonly outcome: 'refused' } | { readonly outcome: 'throttled'; readonly retryAfter: number };

export type SignedIn = { readonly outcome: 'opened'; readonly token: string; readonly personId: string };
export type PasswordChanged = { readonly outcome: 'changed'; readonly token: string };
