const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
/** The registering department: 1 机构编制, 5 民政, 9 市场监管, and the few others of GB 32100. */
const DEPARTMENT = /^[159ANY]/;

/**
 * Whether this is a unified social credit code (GB 32100: 31 characters, weights 3^i mod 31). It names an organisation and is
 * usually public, so it is no hit; knowing it keeps one made of digits from being taken for a bank card.
 */
export function isCreditCode(code: string): boolean {
  if (!SHAPE.test(code) || !DEPARTMENT.test(code)) return false;
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, 17)) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CHARACTERS[(31 - (sum % 31)) % 31] === code[17];
}
