import type { Attack } from '../attack.js';
import { WRONG_HANDS } from './I3.hands.js';
import { WRONG_ROWS } from './I3.rows.js';
import { WRONG_WORDS } from './I3.words.js';

import { MATTER_HANDS } from './matters/hands.js';

/** I3: who signs holds the role and had no other hand in the item. */
export const I3: readonly Attack[] = [...WRONG_HANDS, ...WRONG_WORDS, ...WRONG_ROWS, ...MATTER_HANDS];
