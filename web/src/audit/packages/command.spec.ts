/** @jest-environment node */
import { commandOf, fitOf } from './command';

const HEADS = ['mulu.example/log+1a2b3c4d+', 'mulu.example/log/sm+0a0b0c0d+'];
const KEY = `${HEADS[0]}${'A'.repeat(44)}`;
const SM2 = `${HEADS[1]}${'B'.repeat(96)}`;

it('takes keys by their form, and by the names and ids of those that sign', () => {
  expect(fitOf([], HEADS)).toBe('none');
  for (const keys of [[KEY], [SM2], [KEY, SM2]]) expect(fitOf(keys, HEADS)).toBe('fits');
  expect(fitOf([KEY], [])).toBe('fits');
  for (const keys of [[KEY, SM2], [SM2]]) expect(fitOf(keys, HEADS.slice(0, 1))).toBe('other');
  for (const broken of [KEY.slice(0, -1), `${KEY} `, KEY.replace('+1a2b3c4d', ''), `${KEY}'; rm -rf /`])
    expect(fitOf([KEY, broken], [])).toBe('broken');
});

it('says the command so that a shell takes every name as it is', () => {
  expect(commandOf('2026 核验包.zip', [KEY], null)).toBe(`npm run verify -- '2026 核验包.zip' --key '${KEY}'`);
  expect(commandOf("it's.zip", [KEY, SM2], 'checkpoints.txt')).toBe(
    `npm run verify -- 'it'\\''s.zip' --key '${KEY}' --key '${SM2}' --checkpoint 'checkpoints.txt'`,
  );
});
