import { defend } from './defence.js';

describe('I8: no state without its event', () => defend('I8'));
