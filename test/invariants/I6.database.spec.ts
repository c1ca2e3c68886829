import { defend } from './defence.js';

describe('I6: logins can do what they are given', () => defend('I6'));
