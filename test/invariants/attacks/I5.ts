import type { Attack } from '../attack.js';
import { COLUMNS_FILLED } from './columns.js';
import { TOO_LATE } from './I5.plans.js';
import { REWRITTEN } from './I5.rows.js';

/** I5: of a published version nothing changes but its state; what history says stays said. */
export const I5: readonly Attack[] = [...TOO_LATE, ...REWRITTEN, COLUMNS_FILLED];
