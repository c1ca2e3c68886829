import { defend } from './defence.js';

describe("I9: no step but the lifecycles' own", () => defend('I9'));
