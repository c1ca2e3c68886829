import { language } from '../i18n';
import { signedInAgain } from './client';
import { nameIn } from './file-name';
import { Problem, Unreachable, type ProblemDocument } from './problem';

export interface DownloadWatch {
  /** Ends the download; the promise is rejected with an `AbortError`. */
  readonly signal: AbortSignal;
  /** How many bytes there are so far, and how many there will be; null where the server does not say. */
  readonly onReceived: (bytes: number, total: number | null) => void;
}

export interface Downloaded {
  readonly name: string;
  readonly file: Blob;
}

/**
 * Fetches a file that the server makes, telling how far it is. Refused like `api`: a session that ran out waits for the sign-in.
 * @throws Problem when the server refused, Unreachable when no answer came, DOMException `AbortError` when it was ended
 */
export async function download(path: string, { signal, onReceived }: DownloadWatch): Promise<Downloaded> {
  const ask = (): Promise<Response> => fetch(path, { signal, headers: { 'accept-language': language() } });
  try {
    let answer = await ask();
    if (answer.status === 401 && (await signedInAgain())) answer = await ask();
    if (!answer.ok) throw await problemOf(answer);
    const length = Number(answer.headers.get('content-length'));
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const reader = answer.body!.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      parts.push(piece.value);
      bytes += piece.value.length;
      onReceived(bytes, length > 0 ? length : null);
    }
    return { name: nameIn(answer.headers.get('content-disposition') ?? ''), file: new Blob(parts) };
  } catch (error) {
    if (error instanceof Problem || (error as Error).name === 'AbortError') throw error;
    throw new Unreachable();
  }
}

async function problemOf(answer: Response): Promise<Error> {
  const document = (await answer.json().catch(() => null)) as Partial<ProblemDocument> | null;
  if (typeof document?.code !== 'string') return new Unreachable();
  return new Problem({ title: document.code, ...document, code: document.code, status: answer.status });
}

/** Puts a file that the page holds where downloads go. */
export function keepFile({ name, file }: Downloaded): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
