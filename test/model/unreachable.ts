/**
 * Transitions that the machines allow and no sequence of requests can bring about, each with its reason. They stand in the
 * machines as a second wall: were one of the walls before them to fail, a referred text would still stay sealed.
 */
const SEALED_BEFORE = 'Whatever takes on a referred text leads to `referred` at once, so no item stands here with one.';
const REFERRED_AT_BIRTH = 'A sealed text starts in the next draft as `referred` by `create`; nothing is left to carry over.';

const textBarred = ['drafting', 'awaitingReview', 'returned', 'deferred', 'cleared', 'awaitingEndorsement', 'releasable', 'onApplication'];

export const UNREACHABLE: ReadonlyMap<string, string> = new Map([
  ['itemReview drafting carryOver referred', REFERRED_AT_BIRTH],
  ['itemReview drafting enterReview referred', SEALED_BEFORE],
  ['itemReview returned enterReview referred', SEALED_BEFORE],
  ['itemReview returned amend referred', SEALED_BEFORE],
  ['itemReview releasable reopen referred', SEALED_BEFORE],
  ['itemReview onApplication reopen referred', SEALED_BEFORE],
  ...textBarred.map((state) => [`itemReview ${state} textBarred referred`, SEALED_BEFORE] as const),
  [
    'catalogueVersion revised revise revised',
    'A revised version has a successor, so it is never the latest one, which alone can be revised.',
  ],
]);
