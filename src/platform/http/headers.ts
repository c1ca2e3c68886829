import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { Config } from '../config/index.js';

const SELF = ["'self'"];
const NONE = ["'none'"];

const POLICY = {
  defaultSrc: NONE,
  scriptSrc: SELF,
  styleSrc: SELF,
  imgSrc: ["'self'", 'data:'],
  fontSrc: SELF,
  connectSrc: SELF,
  manifestSrc: SELF,
  formAction: SELF,
  baseUri: NONE,
  frameAncestors: NONE,
  objectSrc: NONE,
};

/** Nothing from elsewhere, nothing inline. HSTS only where browsers reach us by TLS. */
export function securityHeaders(config: Config): FastifyHelmetOptions {
  const secure = config.tlsCert !== undefined || config.publicOrigin?.startsWith('https:') === true;
  return {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    hsts: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  };
}

/** The API's documentation page styles itself inline; it shows nothing but the API's description. */
export const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";
