import { spansOf, type TextDetector } from '../hint.js';

/** Private-use characters look different with every font, the replacement character is a lost one. */
export const unreadable: TextDetector = {
  code: 'wording.unreadable',
  kind: 'advice',
  message: {
    zh: '该字符在不同设备上显示不同或已损坏，请核对并改用通用字符',
    en: 'This character is damaged or looks different on every device: check it and use a common one',
  },
  find: (text) => spansOf(text, /[\ue000-\uf8ff\ufffd]+/g),
};
