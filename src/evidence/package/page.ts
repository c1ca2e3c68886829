import { hashOf, readHeader, type EventBytes } from '../../../verifier/chain.js';
import type { Evidence } from './evidence.reads.js';

interface Body {
  readonly type?: string;
  readonly actor?: string | null;
  readonly onBehalfOf?: string | null;
  readonly roles?: readonly string[];
  readonly itemId?: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly contentHash?: string;
  readonly reasonHash?: string;
}

/** What a reading of a log needs, in HTML: no mark of somebody's text becomes markup. */
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => ESCAPES[mark]!);

const STYLE = `body{font:15px/1.6 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;margin:24px;color:#1c2733}
table{border-collapse:collapse;width:100%}th,td{padding:6px 10px;border-bottom:1px solid #d8dee5;text-align:left;vertical-align:top}
code{font-size:12px;color:#4b5a69}pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:4px 0;font-size:13px}summary{cursor:pointer}`;

/**
 * The log for people, in one page that opens without a server and runs nothing. It is a reading of what lies beside it, and no evidence: what counts are the
 * bytes in events.jsonl.
 */
export function pageOf({ pack, title, logs, people, purged }: Evidence): string {
  const sections = [...logs].map(([stream, called]) => {
    const rows = rowsOf(
      pack.events.filter((event) => event.stream === stream),
      pack.blobs,
      people,
      purged,
    );
    return `<h2>${escaped(called)}</h2><p><code>${stream}</code></p>
<table><thead><tr>${HEADS.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
  });
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><style>${STYLE}</style></head><body>
<h1>${escaped(title)}</h1>
<p>本页是随附日志的可读形式，供查阅；以 events.jsonl 中的原始字节为准，用核验程序核验。 A reading of the logs beside it; the bytes in events.jsonl are what counts, and the verifier tells about them.</p>
${sections.join('\n')}
</body></html>
`;
}

const HEADS = [
  '序号 no.',
  '时间 time (UTC)',
  '办理人 by',
  '操作 event',
  '事项 item',
  '状态 state',
  '文本 text',
  '理由意见 words',
  '摘要 hash',
];

function rowsOf(
  events: readonly EventBytes[],
  blobs: Evidence['pack']['blobs'],
  people: Evidence['people'],
  purged: Evidence['purged'],
): string[] {
  const name = (id?: string | null) => (id ? (people[id] ?? id) : '');
  const text = (hash?: string) => {
    if (!hash) return '';
    const bytes = blobs.get(hash);
    const short = `<code>${hash.slice(0, 12)}</code>`;
    if (purged.has(hash)) return `${short} 已清除 purged`;
    return bytes ? `<details><summary>${short}</summary><pre>${escaped(pretty(bytes))}</pre></details>` : short;
  };
  return events.map((event) => {
    const {
      type = '',
      actor,
      onBehalfOf,
      roles = [],
      itemId,
      from,
      to,
      contentHash,
      reasonHash,
    } = JSON.parse(event.body.toString('utf8')) as Body;
    const who = actor ? `${name(actor)}${onBehalfOf ? `（代 ${name(onBehalfOf)}）` : ''}` : '系统 system';
    const way = from || to ? `${from ?? ''} → ${to ?? ''}` : '';
    const cells = [
      String(event.seq),
      readHeader(event.header)?.at ?? '',
      `${who} ${roles.join(', ')}`,
      type,
      itemId?.slice(0, 8) ?? '',
      way,
    ].map(escaped);
    return `<tr>${[...cells, text(contentHash), text(reasonHash), `<code>${hashOf(event).toString('hex').slice(0, 16)}</code>`].map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
}

function pretty(bytes: Buffer): string {
  try {
    return JSON.stringify(JSON.parse(bytes.toString('utf8')), null, 1);
  } catch {
    return bytes.toString('utf8');
  }
}
