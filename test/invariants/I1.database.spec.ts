import { defend } from './defence.js';

describe('I1: the bytes of a text never change', () => defend('I1'));
