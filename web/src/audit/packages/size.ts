/** 0.4 MB, 12 MB: how large a file is, roughly. */
export function megabytes(bytes: number): string {
  const size = bytes / 2 ** 20;
  return `${size >= 10 ? Math.round(size) : Math.max(0.1, Math.round(size * 10) / 10)} MB`;
}
