import { spansOf, type TextDetector } from '../hint.js';

/** The look-behind lets a search begin only where a local part begins, so that no text is read twice. */
const PATTERN = /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g;

export const email: TextDetector = {
  code: 'personal.email',
  kind: 'personalData',
  message: {
    zh: '疑似电子邮箱地址，请确认是否为对外公布的单位邮箱',
    en: 'Looks like an e-mail address: is it an office mailbox meant to be public?',
  },
  find: (text) =>
    spansOf(
      text,
      PATTERN,
      () => true,
      (address) => `${address.charAt(0)}***${address.slice(address.indexOf('@'))}`,
    ),
};
