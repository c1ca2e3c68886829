/**
 * Makes test/fixtures/ from the two source texts: the same tables as tab-separated text, xlsx, docx and html, with their
 * merged cells and their defects. Deterministic: run twice, the bytes are the same. `--check` writes nothing and fails
 * when a file differs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { annex2, changzhi } from './fixtures/tables.mjs';
import { toDocx, toHtml, toTsv, toXlsx } from './fixtures/writers.mjs';

const folder = join(import.meta.dirname, '..', 'test', 'fixtures');
const catalogue = readFileSync(join(folder, 'source', 'changzhi-catalogue.txt'));
const notice = readFileSync(join(folder, 'source', 'neimenggu-2024-128.txt'), 'utf8');
const checking = process.argv.includes('--check');

function save(name, bytes) {
  const path = join(folder, name);
  if (!checking) writeFileSync(path, bytes);
  else if (!readFileSync(path).equals(bytes)) throw new Error(`${name} is not what the script makes of the source`);
}

const first = changzhi(catalogue.toString('utf8'));
const firstTitle = '长治市教育局主动公开事项目录';
save('changzhi.tsv', catalogue);
save('changzhi.xlsx', toXlsx(first, firstTitle, 5));
save('changzhi.docx', await toDocx(first, firstTitle));
save('changzhi.html', toHtml(first, firstTitle));

const second = annex2(notice);
const secondTitle = '主动公开事项目录填写事例';
save('annex2.tsv', toTsv(second, 15));
save('annex2.xlsx', toXlsx(second, secondTitle, 3));
save('annex2.docx', await toDocx(second, secondTitle));
save('annex2.html', toHtml(second, secondTitle));
