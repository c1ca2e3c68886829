import { defend } from './defence.js';

describe('I4: nothing unsigned is published', () => defend('I4'));
