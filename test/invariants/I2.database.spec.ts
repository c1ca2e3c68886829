import { defend } from './defence.js';

describe('I2: a signature is for one text', () => defend('I2'));
