/** For the container's engine: ends with 0 when the application in this container is ready. */
import { request as http } from 'node:http';
import { request as https } from 'node:https';

const tls = Boolean(process.env.MULU_TLS_CERT);
const ask = tls ? https : http;
const port = process.env.MULU_PORT || 3000;

// The certificate is for the public name; here only whether somebody answers matters.
const options = { host: '127.0.0.1', port, path: '/readyz', timeout: 4000, rejectUnauthorized: false };
ask(options, (response) => process.exit(response.statusCode === 200 ? 0 : 1))
  .on('timeout', () => process.exit(1))
  .on('error', () => process.exit(1))
  .end();
