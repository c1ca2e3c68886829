import { seriousFindings, useDesk } from './harness/index.js';

/** A task is issued from one form, which says beforehand whom it goes to, and why to nobody. */
const desk = useDesk();

it('says why a task would go to nobody, then whom it goes to, and issues it', async () => {
  const page = await desk.open('office', '/tasks/new');
  await page.getByLabel('任务名称').fill('编制目录');
  await page.getByLabel('通知内容').fill('编制并公开目录');
  await page.getByLabel('下达范围').selectOption({ label: '山西省' });
  const group = page.getByRole('group', { name: '第 1 组' });
  await group.getByLabel('盟市').check();
  await group.getByLabel('完成期限').fill('2099-03-31');
  await page.getByText('下达范围内没有所选层级和类别的单位。').waitFor();
  expect(await page.getByRole('button', { name: '下达给 0 个单位' }).isDisabled()).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByLabel('下达范围').selectOption({ label: '内蒙古自治区' });
  await page.getByText('2099年3月31日前：2 个单位').waitFor();
  expect(await page.getByText('下达范围内没有所选层级和类别的单位。').count()).toBe(0);
  await page.getByRole('button', { name: '下达给 2 个单位' }).click();
  await page.getByText('已下达给 2 个单位。').waitFor();
});
