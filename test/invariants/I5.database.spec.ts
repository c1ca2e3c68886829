import { defend } from './defence.js';

describe('I5: what was published stays', () => defend('I5'));
