import { defend } from './defence.js';

describe('I10: one request, one effect', () => defend('I10'));
