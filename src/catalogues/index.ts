export { CataloguesModule } from './catalogues.module.js';
export { birth, bornItem, factsAfter } from './edit-item.js';
export { ItemQueries } from './item.queries.js';
export { admitted, mayRead, readsTexts, sealedText, SHOWN_TEXT } from './reading.js';
export { newText, type NewText, type OpenRepair } from './text.js';
export { ItemContentView } from './views/content.views.js';
export { answered } from './versions.controller.js';
export { moveVersion } from './move-version.js';
export { VersionQueries } from './version.queries.js';
