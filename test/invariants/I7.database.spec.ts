import { defend } from './defence.js';

describe('I7: the log only grows', () => defend('I7'));
