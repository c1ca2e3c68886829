import { variables } from './variable.js';

/** The variables as a Markdown table, in one language. */
function variableTable(language: 'zh' | 'en'): string {
  const head = language === 'zh' ? ['变量', '默认', '含义'] : ['Variable', 'Default', 'Meaning'];
  const rows = variables().map((row) => [
    `\`${row.name}\``,
    row.default ? `\`${row.default}\`` : '—',
    row.meaning[language].replaceAll('|', '\\|'),
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The text of docs/operations.md with what belongs between its markers `<!-- variables:en -->` and `<!-- variables:zh -->`. */
export function withVariableTables(document: string): string {
  return document.replace(
    /(<!-- variables:(zh|en) -->\n)[^]*?(<!-- \/variables:\2 -->)/g,
    (_, open: string, language: 'zh' | 'en', close: string) => `${open}\n${variableTable(language)}\n\n${close}`,
  );
}
