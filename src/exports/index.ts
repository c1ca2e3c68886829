export { sendAttachment } from './attachment.js';
export { ExportsModule } from './exports.module.js';
