import { spansOf, type TextDetector } from '../hint.js';

const PATTERN = /(?<!\d)[1-9]\d{5}[ -]?(?:19|20)\d{2}[ -]?(?:0[1-9]|1[0-2])[ -]?(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx](?!\d)/g;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** Whether the last of the 18 characters is the check character of the other 17 (GB 11643). */
export function hasIdCardChecksum(number: string): boolean {
  const compact = number.replace(/[ -]/g, '').toUpperCase();
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(compact[i]), 0);
  return compact.length === 18 && CHECK_CHARACTERS[sum % 11] === compact[17];
}

/** 35*************123, the form seen in live notices. */
const mask = (number: string): string => {
  const compact = number.replace(/[ -]/g, '');
  return `${compact.slice(0, 2)}*************${compact.slice(-3)}`;
};

export const idCard: TextDetector = {
  code: 'personal.idCard',
  kind: 'personalData',
  message: { zh: '疑似居民身份证号', en: 'Looks like a citizen identity number' },
  find: (text) => spansOf(text, PATTERN, hasIdCardChecksum, mask),
};

/** Built like an identity number but for its check character: perhaps mistyped, and then still somebody's. */
export const idCardMistyped: TextDetector = {
  code: 'personal.idCardMistyped',
  kind: 'advice',
  message: {
    zh: '形似居民身份证号，但校验位不符，请核对是否为个人信息',
    en: 'Built like an identity number, but its check digit is wrong: is it personal data?',
  },
  find: (text) => spansOf(text, PATTERN, (number) => !hasIdCardChecksum(number)),
};
