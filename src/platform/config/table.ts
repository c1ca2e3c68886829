import { variables } from './variable.js';

/** The variables as a Markdown table, in one language: what docs/operations.md contains between its markers. */
export function variableTable(language: 'zh' | 'en'): string {
  const head = language === 'zh' ? ['变量', '默认', '含义'] : ['Variable', 'Default', 'Meaning'];
  const rows = variables().map((row) => [
    `\`${row.name}\``,
    row.default ? `\`${row.default}\`` : '—',
    row.meaning[language].replaceAll('|', '\\|'),
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
