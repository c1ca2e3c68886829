/** The name that the server gave it (RFC 6266, RFC 8187). */
export function nameIn(disposition: string): string {
  const [, full] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
  const [, plain] = /filename="([^"]+)"/.exec(disposition) ?? [];
  return full ? decodeURIComponent(full) : (plain ?? 'download');
}
