import { readFile } from 'node:fs/promises';

const PAGE_BYTES = 4096;
const EVERY_MILLISECONDS = 40;

/**
 * Calls `exceeded` once when the process holds more memory than allowed. Linux only (`/proc`): elsewhere the heap's cap and
 * the clock stand alone. A heap cap says nothing about buffers, which is where archives inflate.
 * @returns a function that ends the watch
 */
export function watchResidentMemory(pid: number | undefined, megabytes: number, exceeded: () => void): () => void {
  if (process.platform !== 'linux' || pid === undefined) return () => undefined;
  const most = (megabytes * 1024 * 1024) / PAGE_BYTES;
  const timer = setInterval(() => {
    readFile(`/proc/${pid}/statm`, 'ascii').then(
      (statm) => {
        if (Number(statm.split(' ')[1]) <= most) return;
        clearInterval(timer);
        exceeded();
      },
      // The process has ended.
      () => clearInterval(timer),
    );
  }, EVERY_MILLISECONDS);
  return () => clearInterval(timer);
}
