import { setTimeout as wait } from 'node:timers/promises';
import type { Choice, Edge } from '../../machines/testing/shape.js';
import { shapeOf } from '../../machines/testing/shape.js';
import type { TestHouse } from '../factories/house.js';
import { anItemContent, must, TestVersion } from '../factories/version.http.js';

const { pathsFrom } = shapeOf('catalogueVersion');
const SOON_MS = 300;
const LATE_MS = 3_600_000;
const AT_MOST_MS = 20_000;

/** Steps that lead on; a bar and a reopened item are tried as the last step. */
const onTheWay = ({ type }: Choice): boolean => !['textBarred', 'itemReopened', 'refuseRelease'].includes(type);
const takes = ({ params }: Choice, condition: string): boolean => params.when?.includes(condition) ?? false;

function way(to: string): readonly Choice[] {
  return pathsFrom('draft', onTheWay).find((path) => path.to === to)!.choices;
}

/** A version walked through its lifecycle over HTTP; its one item is brought to what each step needs. */
export class VersionWalker {
  private constructor(
    readonly version: TestVersion,
    private readonly predecessor: TestVersion | null,
  ) {}

  /** Walks to where the edge begins, in the world that the edge needs, then takes it. Answers the state after it. */
  static async take(house: TestHouse, { from, choice }: Edge): Promise<string> {
    const walker =
      choice.type === 'refuseRelease'
        ? await VersionWalker.keeping(house)
        : await VersionWalker.inDraft(house, choice.type === 'textBarred');
    if (choice.type !== 'refuseRelease') await walker.walk([...way(from), choice]);
    else await walker.perform(choice, undefined);
    return walker.version.state();
  }

  static async standingIn(house: TestHouse, state: string): Promise<TestVersion> {
    const walker = await VersionWalker.inDraft(house, false);
    await walker.walk(way(state));
    return walker.version;
  }

  private static async inDraft(house: TestHouse, revised: boolean): Promise<VersionWalker> {
    const draft = await TestVersion.draft(house, [anItemContent('事项')]);
    if (!revised) return new VersionWalker(draft, null);
    const first = await draft.published();
    return new VersionWalker(await first.revised(), first);
  }

  /** Scheduled to show a text that it only keeps from its predecessor. */
  private static async keeping(house: TestHouse): Promise<VersionWalker> {
    const { version, predecessor } = await VersionWalker.inDraft(house, true);
    await version.submitted();
    await must(version.decide('officer', { type: 'reopen', reason: '待核' }));
    await must(version.decide('officer', { type: 'defer', reason: '待核' }));
    await must(version.decide('officer', { type: 'setAside', reason: '待核', reviewOn: '2027-01-01', predecessor: 'keep' }));
    await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
    const publishAt = new Date(Date.now() + 5 * SOON_MS).toISOString();
    await must(version.move('leader', { type: 'approve', publishAt }));
    return new VersionWalker(version, predecessor);
  }

  private async walk(choices: readonly Choice[]): Promise<void> {
    for (const [index, choice] of choices.entries()) await this.perform(choice, choices[index + 1]);
  }

  private async perform(choice: Choice, next: Choice | undefined): Promise<void> {
    const { version } = this;
    const { type } = choice;
    const reason = '见卷宗';
    switch (type) {
      case 'submit':
        return void (await version.submitted());
      case 'discard':
      case 'recall':
        return void (await must(version.move('compiler', { type, reason })));
      case 'return':
        return void (await must(version.move(await this.holder(), { type, reason })));
      case 'concludeConfidentialityReview':
        await this.review(takes(choice, 'assessmentOutstanding'));
        return void (await must(version.move('officer', { type })));
      case 'concludeRiskAssessment':
        await must(version.decide('assessor', { type: 'acceptRisk', level: 'LOW' }));
        return void (await must(version.move('assessor', { type })));
      case 'approve':
        return void (await must(version.move('leader', { type, ...(takes(choice, 'publishLater') && { publishAt: hour(next) }) })));
      case 'itemReopened':
        return void (await must(version.decide('leader', { type: 'reopen', reason })));
      case 'textBarred':
        return void (await must(this.predecessor!.move('officer', { type: 'suspendItem', itemId: version.items[0], reason })));
      case 'release':
        return this.untilNoLonger('scheduled');
      case 'refuseRelease':
        await must(this.predecessor!.move('leader', { type: 'takeDown', reason, texts: 'none' }));
        return this.untilNoLonger('scheduled');
      case 'supersede':
        return void (await (await version.revised()).published());
      case 'revise':
        return void (await version.revised());
      case 'suspendItem':
        return void (await must(version.move('officer', { type, reason, itemId: version.items[0] })));
      case 'takeDown':
        return void (await must(version.move('leader', { type, reason, texts: 'none' })));
      default:
        throw new Error(`nobody has said how ${type} is done`);
    }
  }

  /** Cleared, with an assessment outstanding or without. A decision carried over is made anew where the step needs another. */
  private async review(assess: boolean): Promise<void> {
    const { state } = await this.version.seen();
    if (state === 'releasable' && !assess) return;
    if (state === 'releasable') await must(this.version.decide('officer', { type: 'reopen', reason: '再评估' }));
    await must(this.version.decide('officer', { type: 'clear', assess }));
  }

  private async holder(): Promise<string> {
    const state = await this.version.state();
    return state === 'confidentialityReview' ? 'officer' : state === 'riskAssessment' ? 'assessor' : 'leader';
  }

  private async untilNoLonger(state: string): Promise<void> {
    const until = Date.now() + AT_MOST_MS;
    while ((await this.version.state()) === state) {
      if (Date.now() > until) throw new Error(`the clock left the version ${state}`);
      await wait(100);
    }
  }
}

/** When to publish: soon where the path goes on with the clock, late where it does not. */
function hour(next: Choice | undefined): string {
  return new Date(Date.now() + (next?.type === 'release' ? SOON_MS : LATE_MS)).toISOString();
}
