import type { Attack } from '../attack.js';
import { I1 } from './I1.js';
import { I10 } from './I10.js';
import { I11 } from './I11.js';
import { I12 } from './I12.js';
import { I2 } from './I2.js';
import { I3 } from './I3.js';
import { I4 } from './I4.js';
import { I5 } from './I5.js';
import { I6 } from './I6.js';
import { I7 } from './I7.js';
import { I8 } from './I8.js';
import { I9 } from './I9.js';

/** Every attack of quality.md's invariants, by the invariant that it would break. The specs run them, and so does the drill. */
export const ATTACKS = { I1, I2, I3, I4, I5, I6, I7, I8, I9, I10, I11, I12 } as const satisfies Readonly<Record<string, readonly Attack[]>>;
