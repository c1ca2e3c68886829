import type { Attack } from '../attack.js';
import { CALENDAR } from './I8.calendar.js';
import { UNSAID } from './I8.items.js';
import { PLACES } from './I8.places.js';
import { UNHEARD } from './I8.system.js';
import { MATTER_ROWS } from './matters/rows.js';
import { MATTER_WORDS } from './matters/words.js';

/** I8: a state changes only with a new event that says just that. */
export const I8: readonly Attack[] = [...UNSAID, ...PLACES, ...UNHEARD, ...CALENDAR, ...MATTER_WORDS, ...MATTER_ROWS];
