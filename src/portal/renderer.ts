import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Eta } from 'eta';
import { Config } from '../platform/config/index.js';
import { PROJECT_ROOT } from '../platform/project.js';
import { answerOf, CSS, HTML, type Answer } from './http/answer.js';
import type { Reader } from './http/reader.js';
import { speaker } from './messages.js';
import { dayOf } from './views/date.js';
import { runsOf } from './views/script.js';

const PAGES = join(PROJECT_ROOT, 'src', 'portal', 'pages');
const STYLES = ['tokens', 'frame', 'lists', 'table', 'cards', 'print'];

export type Template = 'list' | 'catalogue' | 'search' | 'notice';

export interface PageData {
  /** Of the browser's tab, before the site's name. */
  readonly title: string;
  /** This page's path, and what else its address says beside the language. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Path of the same as JSON. */
  readonly json?: string;
  readonly [more: string]: unknown;
}

/** Fills the templates of pages/. Whatever they insert is escaped; only a finished page part goes in as it is, and `words`, which escapes. */
@Injectable()
export class Renderer {
  private readonly eta = new Eta({ views: PAGES, cache: true });
  readonly stylesheet: Answer = answerOf(Buffer.concat(STYLES.map((name) => readFileSync(join(PAGES, 'style', `${name}.css`)))), CSS);
  /** The address changes with the bytes, so that they can be kept for a year. */
  readonly stylesheetVersion = createHash('sha256').update(this.stylesheet.bytes).digest('hex').slice(0, 16);

  constructor(private readonly config: Config) {}

  page(template: Template, reader: Reader, data: PageData): Answer {
    const { language } = reader;
    const address = (path: string, query: Readonly<Record<string, string>> = {}, lang = reader.chosen ? language : '') => {
      const parameters = new URLSearchParams(Object.entries({ ...query, ...(lang && { lang }) }).filter(([, value]) => value !== ''));
      return parameters.size > 0 ? `${path}?${parameters}` : path;
    };
    const shared = {
      say: speaker(language),
      words: (text: string) => this.words(text),
      language,
      reader,
      address,
      day: (iso: string) => dayOf(iso, language),
      otherLanguage: address(data.path, data.query, language === 'zh' ? 'en' : 'zh'),
      stylesheet: `/open/portal.css?v=${this.stylesheetVersion}`,
      evaluation: this.config.mode === 'evaluation',
    };
    const html = this.eta.render(template, { ...data, ...shared });
    return answerOf(Buffer.from(html, 'utf8'), HTML, language);
  }

  /** HTML of what a catalogue says: escaped, its Mongolian marked as such. */
  private words(text: string): string {
    return runsOf(text)
      .map(({ text: run, lang }) => {
        const escaped = this.eta.config.escapeFunction(run);
        return lang ? `<span lang="${lang}">${escaped}</span>` : escaped;
      })
      .join('');
  }
}
