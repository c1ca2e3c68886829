import { dayOf, isWeekend, shifted, spansOf, weekdayOf, type Day, type MarkedDay } from './months';

/** What is wrong with a line, by the key of its message. */
export type LineFault = 'unreadable' | 'otherWeekday' | 'noName' | 'longName' | 'weekdayMoved' | 'twice' | 'backwards';

export interface Reading {
  readonly days: readonly MarkedDay[];
  readonly faults: readonly { readonly line: string; readonly why: LineFault }[];
  /** Days of another year: they belong into that year's calendar. */
  readonly elsewhere: readonly MarkedDay[];
}

const KINDS: Readonly<Record<string, MarkedDay['kind']>> = {
  off: 'off',
  放假: 'off',
  休: 'off',
  work: 'work',
  上班: 'work',
  班: 'work',
};
const DATE = String.raw`(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?`;
const LINE = new RegExp(
  `^${DATE}(?:\\s*(?:至|到|to|~|—|\\.\\.)\\s*${DATE})?[\\s,，\\t]+(off|work|放假|上班|休|班)(?:[\\s,，\\t]+(.*))?$`,
  'i',
);
const LONGEST_NAME = 30;
const MOST_DAYS = 31;

/** An article of the notice: `一、元旦：…` up to the next one. */
const ARTICLE = /[一二三四五六七八九十]+、\s*([^：:，。\d]{2,20})[：:]([^]*?)(?=[一二三四五六七八九十]+、[^：:，。\d]{2,20}[：:]|$)/g;
const ASIDE = /[（(][^）)]*[）)]/g;
const WEEKDAY = /(?:周|星期)([一二三四五六日天])/;
const WEEKDAYS = '一二三四五六日';
const DATE_IN_NOTICE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:@(\d))?/g;

/**
 * Reads a year out of what somebody pasted: lines such as `2027-01-01 off 元旦` or `2027-02-05 至 2027-02-11 放假 春节`, or the text of the
 * yearly notice, whose articles say `一、元旦：1月1日（周五）至3日（周日）放假调休，共3天。1月4日（周一）上班。`
 */
export function read(text: string, year: number): Reading {
  const reader = new Reader(year);
  const articles = [...text.replace(/\s*\n\s*/g, '\n').matchAll(ARTICLE)];
  for (const [whole, name = '', body = ''] of articles) reader.article(whole, name.trim(), body);
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (LINE.test(line)) reader.line(line);
    // Around the articles of a notice stand an address, a date and a signature.
    else if (line !== '' && articles.length === 0) reader.fault(line, 'unreadable');
  }
  return reader;
}

/** What stands in brackets behind a date is kept as far as it is a weekday: `（农历腊月二十八、周日）` becomes `@6`. */
function weekdayOnly(aside: string): string {
  const named = WEEKDAY.exec(aside)?.[1];
  return named ? `@${WEEKDAYS.indexOf(named === '天' ? '日' : named)}` : '';
}

class Reader implements Reading {
  readonly days: MarkedDay[] = [];
  readonly elsewhere: MarkedDay[] = [];
  readonly faults: { line: string; why: LineFault }[] = [];

  constructor(private readonly year: number) {}

  fault(line: string, why: LineFault): void {
    if (!this.faults.some((one) => one.line === line && one.why === why)) this.faults.push({ line, why });
  }

  line(line: string): void {
    const [, y1, m1, d1, y2, m2, d2, kind = '', name = ''] = LINE.exec(line)!;
    const first = dayOf(Number(y1), Number(m1), Number(d1));
    const last = y2 === undefined ? first : dayOf(Number(y2), Number(m2), Number(d2));
    if (first && last) this.add(line, first, last, KINDS[kind.toLowerCase()]!, name.trim());
    else this.fault(line, 'unreadable');
  }

  article(whole: string, name: string, body: string): void {
    const found = body
      .replace(ASIDE, weekdayOnly)
      .split(/[。；;]/)
      .filter((sentence) => this.sentence(name, sentence));
    if (found.length === 0) this.fault(whole.trim().split('\n')[0]!, 'unreadable');
  }

  /** Whether it says of any day that it is off or worked. */
  private sentence(name: string, sentence: string): boolean {
    const kind = sentence.includes('上班') ? 'work' : sentence.includes('放假') ? 'off' : null;
    if (!kind) return false;
    const plain = sentence.replace(/@\d/g, '').trim();
    let [year, month, end] = [this.year, 0, 0];
    let from: Day | null = null;
    for (const match of sentence.matchAll(DATE_IN_NOTICE)) {
      year = Number(match[1] ?? year);
      month = Number(match[2] ?? month);
      const day = dayOf(year, month, Number(match[3]));
      if (!day) this.fault(plain, 'unreadable');
      // The notice was pasted into the wrong year.
      else if (match[4] !== undefined && Number(match[4]) !== weekdayOf(day)) this.fault(plain, 'otherWeekday');
      // "1日至3日" is a stretch; whatever else stands between two dates lists them.
      else if (from && sentence.slice(end, match.index).includes('至')) this.add(plain, shifted(from, 1), day, kind, name);
      else this.add(plain, day, day, kind, name);
      from = day;
      end = match.index + match[0].length;
    }
    return end > 0;
  }

  private add(line: string, first: Day, last: Day, kind: MarkedDay['kind'], name: string): void {
    if (name === '') return this.fault(line, 'noName');
    if (name.length > LONGEST_NAME) return this.fault(line, 'longName');
    if (last < first || shifted(first, MOST_DAYS) < last) return this.fault(line, 'backwards');
    for (let day = first; day <= last; day = shifted(day, 1)) {
      const marked = { day, kind, name };
      if (!day.startsWith(`${this.year}-`)) this.elsewhere.push(marked);
      else if (this.days.some((one) => one.day === day)) this.fault(line, 'twice');
      else if (kind === 'work' && !isWeekend(day)) this.fault(line, 'weekdayMoved');
      else this.days.push(marked);
    }
  }
}

/** The same days as lines that {@link read} reads; days in a row on one line. */
export function written(days: readonly MarkedDay[], words: { readonly to: string; readonly off: string; readonly work: string }): string {
  return spansOf(days)
    .map(({ first, last, kind, name }) => `${first}${first === last ? '' : ` ${words.to} ${last}`} ${words[kind]} ${name}`)
    .join('\n');
}
