/** One lifecycle with everything that its requirements and conditions are made of, as one module that imports xstate and nothing else. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const ENTRY = join(ROOT, 'machines', 'lifecycle.entry.mjs');

/**
 * The same sources give the same text, wherever the project lies and whatever other lifecycles there are.
 * @param {string} source of a module that lies in machines/
 * @param {{ readable: boolean }} options not readable: without comments and spaces, so that only what it does is left
 */
async function bundle(source, { readable }) {
  const { output } = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    plugins: [{ name: 'entry', resolveId: (id) => (id === ENTRY ? id : null), load: (id) => (id === ENTRY ? source : null) }],
    build: {
      write: false,
      target: 'es2023',
      minify: false,
      ssr: true,
      rolldownOptions: {
        input: ENTRY,
        external: ['xstate'],
        treeshake: { moduleSideEffects: false },
        output: { format: 'es', minify: readable ? false : { compress: false, mangle: false, codegen: true } },
      },
    },
  });
  return output[0].code;
}

/** The source of a lifecycle as people read it; `id` is its name in machines/lifecycles.ts. */
export const sourceOf = (id) => bundle(`export { ${id} as default } from './lifecycles.ts';`, { readable: true });

/** What a source does, written by the bundler of today: another edition of the bundler, a comment or a line break makes no other rule. */
export const meaningOf = (source) => bundle(source, { readable: false });
