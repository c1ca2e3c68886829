/** What the clipboard holds, as far as it matters here: files, and texts by their type. */
export interface Clipboard {
  readonly files: ArrayLike<File>;
  getData(type: string): string;
}

/**
 * The file that a paste makes: one that was copied, the tables of a copied page (Excel, WPS and Word give HTML), or lines with tabs.
 * @param name what to call a file made from a table, without its ending
 * @returns null when there is no table in it
 */
export function pastedFile(clipboard: Clipboard, name: string): File | null {
  if (clipboard.files.length > 0) return clipboard.files[0]!;
  const page = tablesOf(clipboard.getData('text/html'));
  if (page) return new File([page], `${name}.html`, { type: 'text/html' });
  const text = clipboard.getData('text/plain');
  return isTable(text) ? new File([text], `${name}.tsv`, { type: 'text/tab-separated-values' }) : null;
}

/** Styles are taken out before the page is parsed: the content security policy of our own page would complain about each. */
const STYLES = /<style[\s\S]*?<\/style>|\sstyle\s*=\s*(?:"[^"]*"|'[^']*')/gi;
const KEPT_ATTRIBUTES = ['colspan', 'rowspan', 'hidden'];

/** The tables of a page and nothing else: the office programs wrap them in styles and declarations that no reader needs. */
function tablesOf(html: string): string | null {
  if (!/<table[\s>]/i.test(html)) return null;
  const page = new DOMParser().parseFromString(html.replace(STYLES, ''), 'text/html');
  const tables = [...page.querySelectorAll('table')].filter((table) => !table.parentElement?.closest('table'));
  if (tables.length === 0) return null;
  for (const table of tables) {
    table.querySelectorAll('style, script, meta, link, xml').forEach((element) => element.remove());
    for (const element of [table, ...table.querySelectorAll('*')]) {
      for (const { name } of [...element.attributes]) if (!KEPT_ATTRIBUTES.includes(name)) element.removeAttribute(name);
    }
  }
  return `<html><head><meta charset="utf-8"></head><body>${tables.map((table) => table.outerHTML).join('')}</body></html>`;
}

/** At least a header and a row, with tabs in both. */
function isTable(text: string): boolean {
  return text.split(/\r?\n/).filter((line) => line.includes('\t')).length >= 2;
}
