import type { FastifyRequest } from 'fastify';
import { preferredLanguage, type Language } from '../../platform/problems/index.js';

/** Who reads: in which language, and whether it was chosen in the address, so that links carry it on. */
export interface Reader {
  readonly language: Language;
  readonly chosen: boolean;
}

export type Asked = Pick<FastifyRequest, 'url' | 'query' | 'headers'>;

function parameter(request: Asked, name: string): string {
  const value = (request.query as Record<string, unknown> | undefined)?.[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}

export function readerOf(request: Asked): Reader {
  const chosen = parameter(request, 'lang');
  if (chosen === 'zh' || chosen === 'en') return { language: chosen, chosen: true };
  return { language: preferredLanguage(request.headers['accept-language']), chosen: false };
}

const LONGEST_QUESTION = 100;
const MOST_WORDS = 6;

/** What somebody searches for, without what no text contains: control characters, surplus space. A Mongolian suffix stays with its word. */
export function questionOf(request: Asked): string {
  return parameter(request, 'q')
    .normalize('NFC')
    .replace(/(?:(?!\u202f[\u1800-\u18aa])[\p{Cc}\s])+/gu, ' ')
    .trim()
    .slice(0, LONGEST_QUESTION)
    .toWellFormed();
}

export function wordsOf(question: string): string[] {
  return question.split(' ').filter(Boolean).slice(0, MOST_WORDS);
}

export function cursorOf(request: Asked): string | undefined {
  return parameter(request, 'cursor') || undefined;
}

/** The weight that an Accept header gives to a media type, and whether it names it. */
function weight(accept: string, type: string): { q: number; named: boolean } {
  const entries = accept.split(',').map((part) => {
    const [range = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const q = parameters.find((piece) => piece.startsWith('q='))?.slice(2);
    return { range, q: q === undefined ? 1 : Number(q) || 0 };
  });
  const named = entries.find((entry) => entry.range === type);
  const wide = entries.find((entry) => entry.range === `${type.split('/', 1)[0]}/*`) ?? entries.find((entry) => entry.range === '*/*');
  return { q: (named ?? wide)?.q ?? 0, named: named !== undefined };
}

/** JSON by an address that ends in `.json`, or by an Accept header that prefers it to HTML (RFC 9110 §12.5.1). */
export function wantsJson(request: Asked): boolean {
  const [path = ''] = request.url.split('?', 1);
  if (path.endsWith('.json')) return true;
  const accept = (request.headers.accept ?? '').slice(0, 1000);
  const json = weight(accept, 'application/json');
  const html = weight(accept, 'text/html');
  return json.q > html.q || (json.q > 0 && json.q === html.q && json.named && !html.named);
}
