/** A text for people, in the two languages of the product. Parameters are written `{name}`. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Message;

export type MessageParameters = Readonly<Record<string, string | number>>;

/** Puts the parameters in; a name without a value stays visible as `{name}`. */
export function fill(text: string, parameters: MessageParameters = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
}

/**
 * The language a client asks for (RFC 9110 §12.5.4): the first of zh and en with the highest weight; Chinese when it asks for
 * neither.
 */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 1000)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const weight = rest.map((piece) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(piece)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter((entry) => (entry.language === 'zh' || entry.language === 'en') && entry.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted[0]?.language === 'en' ? 'en' : 'zh';
}
