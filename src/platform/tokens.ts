/** Injection token of the portal's pool (login mulu_portal). */
export const PORTAL_POOL = Symbol('portal pool');
