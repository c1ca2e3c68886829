/** What `npm run freeze` keeps of a lifecycle's version: imported by the registry once another version is in force. */
declare module '*.mjs' {
  import type { Lifecycle } from './lifecycles.js';
  const lifecycle: Lifecycle;
  export default lifecycle;
}
