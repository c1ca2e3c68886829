import type { Language } from '../../platform/problems/index.js';
import { GROUNDS, type GroundCode } from '../../profiles/index.js';
import type { GroundReference } from './decisions.views.js';

/** A ground by its code; one that is not known any more stands for itself. */
export function groundOf(code: string, language: Language): GroundReference {
  if (!Object.hasOwn(GROUNDS, code)) return { code, title: code };
  const { citation, name } = GROUNDS[code as GroundCode];
  return { code, title: `${citation}：${name[language]}` };
}
