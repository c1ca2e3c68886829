import { isCreditCode } from '../credit-code.js';
import { digitsOf } from '../fold.js';
import { spansOf, type TextDetector } from '../hint.js';

/** Sixteen to nineteen digits, together or in groups of four; card numbers begin with 3 to 6, some deposit cards with 9. */
const PATTERN = /(?<!\d)[3-69]\d{3}(?:[ -]?\d{4}){3}[ -]?\d{0,3}(?!\d)/g;

/** ISO/IEC 7812: every second digit from the right doubled. */
export function hasLuhnChecksum(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

export const bankCard: TextDetector = {
  code: 'personal.bankCard',
  kind: 'personalData',
  message: { zh: '疑似银行卡号', en: 'Looks like a bank card number' },
  find: (text) =>
    spansOf(
      text,
      PATTERN,
      (number) => hasLuhnChecksum(digitsOf(number)) && !isCreditCode(digitsOf(number)),
      (number) => `${digitsOf(number).slice(0, 4)} **** **** ${digitsOf(number).slice(-4)}`,
    ),
};
