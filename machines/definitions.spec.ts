import { createHash } from 'node:crypto';
import { definitionOf, transitionTable, type MachineId } from './registry.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * What logs name. Whoever changes a lifecycle under which somebody has logged gives it a new version beside the old one, which replay needs for ever;
 * a version that stands here says what it always said.
 */
const FROZEN: readonly (readonly [MachineId, version: string, definition: string, transitions: string])[] = [
  [
    'catalogueVersion',
    '0',
    '0a6a3126288793ea7b76ea94f052ad6425c4cf9e83b55161670bda8cf75a6d7f',
    'f4111d0bf8fefa5fdcb4696774ebde6c0483f9c7691b0bfb417b77cbf7686428',
  ],
  [
    'itemReview',
    '0',
    '6f38662b979ff3c47f29631eea7dd329f81a33ef08a7dbcc516bc72971bda7eb',
    'c9d9352ee91ca9edc75a424a9aabf9ec939d4be3f81bc28ce1b601c6524b21bd',
  ],
];

it.each(FROZEN)('%s %s is what it was when it was logged with', (id, version, definition, transitions) => {
  expect(sha256(definitionOf(id, version))).toBe(definition);
  const rows = transitionTable().filter((row) => row.machineId === id && row.version === version);
  expect(sha256(JSON.stringify(rows))).toBe(transitions);
});
