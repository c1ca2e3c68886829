import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { Problem, Unreachable } from '../../api/problem';
import { sendFile, type ImportView } from './imports';
import { t } from './messages';

const MENDS = {
  'import.tooLarge': () => t('mend.tooLarge'),
  'request.tooLarge': () => t('mend.tooLarge'),
  'import.archiveBomb': () => t('mend.tooLarge'),
  'import.tooCostly': () => t('mend.tooLarge'),
  'import.empty': () => t('mend.empty'),
  'import.unsupportedType': () => t('mend.unsupportedType'),
  'import.notWhatItClaims': () => t('mend.notWhatItClaims'),
  'import.unreadableText': () => t('mend.notWhatItClaims'),
  'import.entities': () => t('mend.notWhatItClaims'),
  'import.encrypted': () => t('mend.encrypted'),
  'import.broken': () => t('mend.broken'),
  'import.noHeader': () => t('mend.noHeader'),
  'import.noRows': () => t('mend.noRows'),
  'import.tooManyRows': () => t('mend.tooMany'),
  'import.tooManyColumns': () => t('mend.tooMany'),
  'import.cellTooLong': () => t('mend.cellTooLong'),
  'import.busy': () => t('mend.busy'),
} as const;

/** What somebody can do about a file that was refused. */
export function mendOf(error: unknown): string {
  if (error instanceof Unreachable) return t('mend.unreachable');
  if (!(error instanceof Problem)) return '';
  return MENDS[error.code as keyof typeof MENDS]?.() ?? '';
}

/** Where in the file it stands, for refusals that are about a place; what other refusals name is for the log. */
export function refusedPlace(error: unknown): string {
  if (!(error instanceof Problem)) return '';
  const { code, document } = error;
  if (code === 'import.tooManyRows' || code === 'import.tooManyColumns') return document.detail ?? '';
  if (code !== 'import.cellTooLong') return '';
  const [, table = '', row = '', column = ''] = /^(.*) (\d+):(\d+)$/.exec(document.detail ?? '') ?? [];
  const place = row && t('place.cellPlain', { row, column });
  // A text file has one table, and no name for it.
  return place && table !== 'text' ? t('inTable', { table, place }) : place;
}

/** Whether the same file may be read on another try. */
export function worthRetrying(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Problem && (error.status === 429 || error.status >= 500));
}

/** One file on its way: sent, read, refused or given up. */
export function useReading(versionId: string, onRead: (read: ImportView) => void) {
  const file = shallowRef<File | null>(null);
  const stage = ref<'idle' | 'sending' | 'reading' | 'failed'>('idle');
  const share = ref(0);
  const seconds = ref(0);
  const failure = shallowRef<unknown>(null);
  let ending: AbortController | null = null;
  let clock = 0;

  function sent(now: number): void {
    share.value = now;
    if (now < 1 || stage.value === 'reading') return;
    stage.value = 'reading';
    const since = Date.now();
    clock = window.setInterval(() => (seconds.value = Math.round((Date.now() - since) / 1000)), 250);
  }

  async function begin(chosen: File): Promise<void> {
    cancel();
    const mine = (ending = new AbortController());
    file.value = chosen;
    failure.value = null;
    share.value = 0;
    seconds.value = 0;
    stage.value = 'sending';
    try {
      const read = await sendFile(versionId, chosen, { signal: mine.signal, onSent: sent });
      if (ending === mine) stage.value = 'idle';
      onRead(read);
    } catch (error) {
      if (ending !== mine || mine.signal.aborted) return;
      failure.value = error;
      stage.value = 'failed';
    } finally {
      window.clearInterval(clock);
    }
  }

  function cancel(): void {
    ending?.abort();
    ending = null;
    window.clearInterval(clock);
    stage.value = 'idle';
  }

  onScopeDispose(cancel);
  return {
    file,
    stage,
    share,
    seconds,
    failure,
    busy: computed(() => stage.value === 'sending' || stage.value === 'reading'),
    begin,
    cancel,
  };
}
