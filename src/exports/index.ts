export { MEDIA_TYPES, sendAttachment, type Attachment } from './attachment.js';
export { ExportsModule } from './exports.module.js';
export { formRow, listTable } from './forms/cells.js';
export { day, moment, shortHash } from './forms/words.js';
export type { Sheet } from './table/table.js';
export { LONGEST_CELL } from './writing/limits.js';
export type { Block, Paper } from './writing/paper.js';
export { WritingRoom } from './writing/writing-room.js';
