import { language } from '../i18n';
import { signedInAgain } from './client';
import { freshKey } from './keys';
import { Problem, Unreachable, type ProblemDocument } from './problem';

export interface UploadWatch {
  /** Ends the upload; the promise is rejected with an `AbortError`. */
  readonly signal: AbortSignal;
  /** How much of the file has left the browser, from 0 to 1. */
  readonly onSent: (share: number) => void;
}

/**
 * Sends one file as the field `file` of a form, telling how far it is, which `fetch` cannot. Refused like `api`: a session that ran out
 * waits for the sign-in and the file goes out again under the same key.
 * @throws Problem when the server refused, Unreachable when no answer came, DOMException `AbortError` when it was ended
 */
export async function upload<T>(path: string, file: File, watch: UploadWatch): Promise<T> {
  const key = freshKey();
  let answer = await sendOnce(path, file, key, watch);
  if (answer.status === 401 && (await signedInAgain())) answer = await sendOnce(path, file, key, watch);
  const body = parsed(answer.text);
  if (answer.status >= 200 && answer.status < 300 && body !== undefined) return body as T;
  const document = body as Partial<ProblemDocument> | undefined;
  if (typeof document?.code === 'string')
    throw new Problem({ title: document.code, ...document, code: document.code, status: answer.status });
  // A gateway before the server refuses large files in its own words.
  if (answer.status === 413) throw new Problem({ status: 413, code: 'import.tooLarge', title: '' });
  throw new Unreachable();
}

interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

function sendOnce(path: string, file: File, key: string, { signal, onSent }: UploadWatch): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file, file.name);
    const abort = (): void => request.abort();
    request.open('POST', path);
    request.setRequestHeader('accept-language', language());
    request.setRequestHeader('idempotency-key', key);
    request.upload.addEventListener('progress', (event) => event.lengthComputable && onSent(event.loaded / event.total));
    request.upload.addEventListener('load', () => onSent(1));
    request.addEventListener('load', () => resolve({ status: request.status, text: request.responseText }));
    request.addEventListener('error', () => reject(new Unreachable()));
    request.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    request.addEventListener('loadend', () => signal.removeEventListener('abort', abort));
    signal.addEventListener('abort', abort);
    if (signal.aborted) reject(new DOMException('', 'AbortError'));
    else request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
