/** `npm run docs`: writes the table of variables, which is part of the program, into docs/operations.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import './typescript-hook.mjs';

const { withVariableTables } = await import('../src/platform/config/index.ts');
const file = new URL('../docs/operations.md', import.meta.url);
writeFileSync(file, withVariableTables(readFileSync(file, 'utf8')));
