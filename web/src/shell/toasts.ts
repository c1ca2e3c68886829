import { reactive } from 'vue';
import { said } from './said';

export interface Toast {
  readonly id: number;
  readonly kind: 'done' | 'error';
  readonly text: string;
}

const DONE_MS = 4000;
let last = 0;

/** What was done, and what went wrong: the first goes by itself, the second stays until it is closed. Both are read out. */
export const toasts = reactive<Toast[]>([]);

export function announce(text: string): void {
  const id = add('done', text);
  setTimeout(() => dismiss(id), DONE_MS);
}

export function complain(error: unknown): void {
  const text = typeof error === 'string' ? error : said(error);
  if (!(typeof error === 'string') && import.meta.env.DEV) reportError(error);
  if (!toasts.some((toast) => toast.kind === 'error' && toast.text === text)) add('error', text);
}

export function dismiss(id: number): void {
  const at = toasts.findIndex((toast) => toast.id === id);
  if (at >= 0) toasts.splice(at, 1);
}

function add(kind: Toast['kind'], text: string): number {
  last += 1;
  toasts.push({ id: last, kind, text });
  return last;
}
