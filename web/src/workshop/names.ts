import { language } from '../i18n';
import type { Codes } from './codes';

/** What a code is called in the language of the page. */
export function nameOf(codes: Codes, code: string): string {
  return language() === 'zh' ? codes.official(code) : codes.english(code);
}
