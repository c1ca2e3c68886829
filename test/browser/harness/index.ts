export { seriousFindings } from './axe.js';
export { CHROMIUM } from './chromium.js';
export { useDesk, type TestDesk } from './desk.js';
export { keep } from './gallery.js';
