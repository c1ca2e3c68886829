import type { Attack } from '../attack.js';
import { UNAPPROVED } from './I4.approving.js';
import { UNFOUNDED } from './I4.carrying.js';
import { UNHIDDEN } from './I4.public.js';
import { UNSIGNED } from './I4.publishing.js';

/** I4: nothing is published but what was signed, everything looked at again under the lock. */
export const I4: readonly Attack[] = [...UNSIGNED, ...UNAPPROVED, ...UNFOUNDED, ...UNHIDDEN];
