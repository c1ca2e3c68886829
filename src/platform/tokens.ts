/** Injection token of the login mulu_app's address: for a process of its own. */
export const APP_URL = Symbol('application url');
/** Injection token of the portal's pool (login mulu_portal). */
export const PORTAL_POOL = Symbol('portal pool');
