import { defend } from './defence.js';

describe('I12: bytes go by two hands, the hash and the events stay', () => defend('I12'));
