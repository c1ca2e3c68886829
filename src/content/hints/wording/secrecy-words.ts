import { spansOf, type TextDetector } from '../hint.js';

export const secrecyWords: TextDetector = {
  code: 'wording.secrecy',
  kind: 'advice',
  message: {
    zh: '出现密级或内部标识用语，请核对是否涉及国家秘密或工作秘密；疑似国家秘密的，应立即提请，不得留在系统内',
    en: 'A word that marks secret or internal material: if it may be a state secret, refer it at once; it must not stay in the system',
  },
  find: (text) => spansOf(text, /绝密|机密|秘密★|内部资料|工作秘密/g),
};
