import { ROLE_LABELS, type RoleName } from '../../access/index.js';
import type { FieldDifference } from '../../content/index.js';
import { GROUNDS, type GroundCode } from '../../profiles/index.js';
import { ACT_NAMES, FIELD_NAMES } from '../messages.js';
import { escaped } from '../package/page.js';
import type { Dossier, DossierLine } from './dossier.reads.js';

const STYLE = `body{font:14px/1.6 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;margin:24px;color:#1c2733}
h1{font-size:22px;margin:0 0 4px}p{margin:2px 0}table{border-collapse:collapse;width:100%;margin-top:12px}tr{page-break-inside:avoid}
th,td{padding:5px 8px;border:1px solid #b8c2cc;text-align:left;vertical-align:top}th{background:#f2f5f8}
code{font-size:11px;color:#4b5a69;overflow-wrap:anywhere}ins{background:#dff2e3;text-decoration:none}del{background:#fbe3e3}.void{color:#8a94a0}
@page{size:A4 landscape;margin:14mm}`;

/** Stands where a text or words stood that were purged by two hands. */
const PURGED = '（已清除）';
const HEADS = ['版 / 序号', '时间', '签署', '办理人', '意见与依据', '文本', '日志摘要'];

/** The dossier as one page that opens and prints without a server. */
export function dossierPage({ title, version, itemId, name, lines }: Dossier, now: Date): string {
  const nameless = lines.some(({ purged }) => purged.includes('text')) ? '（内容已清除）' : '（内容不在查看权限内）';
  const rows = lines.map(
    (line) =>
      `<tr${line.voidedSeq === null ? '' : ' class="void"'}>${cellsOf(line)
        .map((cell) => `<td>${cell}</td>`)
        .join('')}</tr>`,
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>签署档案 · ${escaped(name ?? itemId)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><style>${STYLE}</style></head><body>
<h1>事项签署档案</h1>
<p>${escaped(title)} · 截至第 ${version} 版 · ${escaped(name ?? nameless)}</p>
<p>事项编号 <code>${itemId}</code> · 生成于 ${now.toISOString()} · 共 ${lines.length} 条。时间为北京时间；摘要与序号可在核验包（events.jsonl）中逐条核对。</p>
<table><thead><tr>${HEADS.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table></body></html>
`;
}

function cellsOf(line: DossierLine): string[] {
  const { version, seq, at, type, actor, onBehalfOf, roles, contentHash, hash, voidedSeq, ground, level, changes, words, purged } = line;
  const who = actor === null ? '系统' : `${actor}${onBehalfOf === null ? '' : `（代 ${onBehalfOf}）`}`;
  const held = roles.map((role) => ROLE_LABELS[role as RoleName]?.zh ?? role).join('、');
  const act = `${ACT_NAMES[type] ?? type}${level === null ? '' : `（${level}）`}`;
  const said = [
    words?.reason,
    words?.opinion,
    ground === null ? undefined : (GROUNDS[ground as GroundCode]?.name.zh ?? ground),
    purged.includes('words') ? PURGED : undefined,
  ];
  return [
    `${version} / ${seq}`,
    escaped(at),
    `${escaped(act)}${voidedSeq === null ? '' : `<br>已作废（第 ${voidedSeq} 号）`}`,
    `${escaped(who)}<br>${escaped(held)}`,
    said
      .filter((text) => text !== undefined)
      .map((text) => escaped(text))
      .join('<br>'),
    `${contentHash === null ? '' : `<code>${contentHash.slice(0, 16)}</code>`}${purged.includes('text') ? ` ${PURGED}` : ''}${changes === null ? '' : changes.map(changeOf).join('')}`,
    `<code>${hash.slice(0, 32)}</code>`,
  ];
}

const SHORT = 60;
const short = (text: string): string => escaped(text.length > SHORT ? `${text.slice(0, SHORT)}…` : text);
const plain = (value: unknown): string => (value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));

/** Where a text is another than before: what went and what came, cut short. */
function changeOf({ field, before, after, spans }: FieldDifference): string {
  const name = FIELD_NAMES[/^[A-Za-z]+/.exec(field)?.[0] ?? ''] ?? field;
  const marks = { same: '', removed: 'del', added: 'ins' } as const;
  const runs = spans
    ? spans.map(({ kind, text }) => (kind === 'same' ? short(text) : `<${marks[kind]}>${short(text)}</${marks[kind]}>`)).join('')
    : `<del>${short(plain(before))}</del> <ins>${short(plain(after))}</ins>`;
  return `<br>${escaped(name)}：${runs}`;
}
