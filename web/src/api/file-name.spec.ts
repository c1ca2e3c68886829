/** @jest-environment node */
import { nameIn } from './file-name';

it('takes the full name where there is one', () => {
  expect(
    nameIn(`attachment; filename="audit-package.zip"; filename*=UTF-8''2026-10-01%20%E2%80%94%20%E6%A0%B8%E9%AA%8C%E5%8C%85.zip`),
  ).toBe('2026-10-01 — 核验包.zip');
  expect(nameIn('attachment; filename="audit-package.zip"')).toBe('audit-package.zip');
  expect(nameIn('')).toBe('download');
});
