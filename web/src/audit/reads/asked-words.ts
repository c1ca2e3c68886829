import { dateWords } from '../../i18n/dates';
import { eventName, itemStateName, roleName } from '../../i18n/terms';
import { t } from './messages';
import { questionIn } from './query-words';

const PATHS = [
  [/^audit\/decisions$/, 'decisions'],
  [/^audit\/withheld$/, 'withheld'],
  [/^audit\/ratio$/, 'ratio'],
  [/^audit\/ratio\/bodies$/, 'bodies'],
  [/^audit\/ratio\/items$/, 'items'],
  [/^audit\/pace$/, 'pace'],
  [/^audit\/pace\/decisions$/, 'paced'],
  [/^audit\/reads$/, 'reads'],
  [/^system\/audit$/, 'systemAudit'],
  [/^system\/checks$/, 'systemChecks'],
  [/^samples$/, 'samples'],
  [/^audit-packages(\/size)?$/, 'periodPackage'],
  [/\/audit-package$/, 'package'],
  [/\/dossier$/, 'dossier'],
] as const;

const VALUES: Readonly<Record<string, (code: string) => string>> = { kind: eventName, outcome: itemStateName, role: roleName };
const NAMES = [
  ...(['who', 'body', 'kind', 'outcome', 'standing', 'ground', 'year', 'conclusion', 'within', 'role', 'what'] as const),
  ...(['region', 'seed', 'size', 'of', 'checkpoint', 'content', 'format', 'person', 'organization'] as const),
];

/** What somebody asked for, in words; what has none stands for itself. */
export function askedWords(query: string): string {
  const { path, period, rest } = questionIn(query);
  const room = PATHS.find(([pattern]) => pattern.test(path))?.[1];
  const parts = rest.map(([code, value]) => {
    const known = NAMES.find((name) => name === code);
    return t('part', { name: known ? t(`names.${known}`) : code, value: VALUES[code]?.(value) ?? value });
  });
  const between = period ? [t('period', { from: dateWords(period.from), to: dateWords(period.to) })] : [];
  return [room ? t(`paths.${room}`) : path, ...between, ...parts].join(' · ');
}
