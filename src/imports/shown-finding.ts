import type { Language } from '../platform/problems/index.js';
import type { Finding } from './reading/index.js';

/** A finding as the API shows it, in one language. */
export function findingIn({ message, repair, ...finding }: Finding, language: Language) {
  return { ...finding, message: message[language], ...(repair && { repair: { description: repair.description[language] } }) };
}
