import type { Sheet } from '../../exports/index.js';
import { ACT_NAMES } from '../messages.js';
import type { SampleView } from './samples.views.js';

const HEADS = ['次序', '目录', '版次', '事项', '日志序号', '签署', '办理人', '时间', '编号', '排序哈希'];
const WIDTHS = [4, 16, 4, 24, 6, 8, 8, 16, 40, 40];

function cells({ drawn }: SampleView): string[][] {
  return drawn.map(({ rank, title, version, path, itemId, seq, type, actor, at, id, key }) => [
    String(rank),
    title,
    String(version),
    path?.join(' / ') ?? itemId,
    seq === null ? '' : String(seq),
    type === null ? '' : (ACT_NAMES[type] ?? type),
    actor ?? '',
    at === null ? '' : new Date(at).toISOString(),
    id,
    key,
  ]);
}

/** What the sample was drawn by: whoever has these lines and the logs draws the same. */
function lines({ of, seed, size, from, to, region, checkpoint, population, digest }: SampleView): string[] {
  return [
    `对象：${of === 'items' ? '事项' : '签署'}；种子：${seed}；样本量：${size}；期间：${from} 至 ${to}（不含）；区划：${region ?? '审计范围内全部'}`,
    `总体：${population}（编号摘要 ${digest}）；检查点：${checkpoint.size}`,
    '方法：按 SHA-256(种子 换行 编号) 由小到大取前若干个；编号为“目录版本号 空格 事项号（签署为日志序号）”。',
  ];
}

export function sampleSheet(sample: SampleView): Sheet {
  const row = (texts: readonly string[], label: boolean) => texts.map((text, column) => ({ text, column, ...(label && { label }) }));
  return {
    name: '样本',
    heading: { title: '审计抽样', lines: lines(sample) },
    table: { widths: WIDTHS, headerRows: 1, rows: [row(HEADS, true), ...cells(sample).map((texts) => row(texts, false))] },
  };
}

/** RFC 4180, marked as UTF-8 for Excel; what it would take for a formula is kept a text. */
export function sampleCsv(sample: SampleView): string {
  const quoted = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const rows = [...lines(sample).map((line) => [line]), HEADS, ...cells(sample)];
  return `\uFEFF${rows.map((texts) => `${texts.map(quoted).join(',')}\r\n`).join('')}`;
}
