import { defend } from './defence.js';

describe('I3: who signs may sign', () => defend('I3'));
