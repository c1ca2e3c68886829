import type { Problem } from '../contract.js';
import { itemsByName, type Scene } from '../cast.js';
import type { Person } from '../person.js';

/** Prudential items (其他); everything else in this catalogue is statutory (法定). */
export const PRUDENTIAL = ['社会救助和社会福利领域', '教育领域', '重大行政决策项目目录'];

const REGULATIONS = {
  title: '《中华人民共和国政府信息公开条例》',
  documentNumber: '国务院令第711号',
  clauses: [{ article: '第二十条', text: '行政机关应当依照本条例第十九条的规定，主动公开本行政机关的政府信息。' }],
};

/** The contact that somebody left in a text, and what remains of it once it is masked. */
export const CONTACT = '办公室联系人手机13912345678';
export const MASKED_CONTACT = '办公室联系电话请见部门网站';

/** From the file on somebody's desk to a complete draft, submitted. Answers the version. */
export async function compiling({ house, story, cast: { compiler }, catalogue }: Scene): Promise<string> {
  story.chapter('编制：从手头的文件开始 · Compiling, from the file at hand');
  const version = await compiler.opensFirstDraft(catalogue);
  const reading = await compiler.imports(version, house, 'changzhi.xlsx');
  story.holds('读出 28 个末级事项 · 28 leaf items were read', reading.items, 28);
  story.holds(
    '逐格指出需确认的修正 · repairs are proposed, cell by cell',
    reading.findings.some(({ repair }) => repair !== undefined),
  );
  story.holds('确认之前，版本中没有事项 · nothing is in the version before confirmation', (await compiler.seesItems(version)).length, 0);
  await compiler.confirmsRepairs(reading);

  const lacking = await compiler.isRefused(
    version,
    { type: 'submit' },
    '提交被拒，理由一次列齐 · submitting is refused, with all reasons at once',
  );
  story.holds('28 项都未注明事项类别 · every category is still to be stated', itemsFor(lacking, 'categoryStated').length, 28);
  await fillIn(compiler, version, lacking);

  await compiler.moves(version, { type: 'submit' }, '提交审查 · submits for review');
  return version;
}

function itemsFor(problem: Problem, requirement: string): readonly string[] {
  return problem.requirements?.find(({ id }) => id === requirement)?.itemIds ?? [];
}

/** Category for all; a basis where the file has none; the body that row 7 leaves out; one contact that should not be there. */
async function fillIn(compiler: Person, version: string, lacking: Problem): Promise<void> {
  const named = await itemsByName(compiler, version);
  const prudential = new Set(PRUDENTIAL.map(named));
  const incomplete = new Set(itemsFor(lacking, 'elementsComplete'));
  for (const { id } of await compiler.seesItems(version)) {
    await compiler.edits(
      version,
      id,
      ({ bases, disclosingBodies }) => ({
        category: prudential.has(id) ? 'OTHER' : 'STATUTORY',
        ...(incomplete.has(id) && bases.length === 0 && { bases: [REGULATIONS] }),
        ...(incomplete.has(id) && disclosingBodies.length === 0 && { disclosingBodies: [{ text: '市教育局' }] }),
      }),
      '补充类别及缺项 · states the category and fills what is missing',
    );
  }
  const withContact = named('领导信息');
  await compiler.edits(version, withContact, ({ elements }) => ({ elements: [...elements, CONTACT] }), '补充联系方式 · adds a contact');
  await compiler.dismissesHints(version, withContact, '因工作需要公开的联系方式');
}
