import type { Choice, Edge } from '../../machines/testing/shape.js';
import { shapeOf } from '../../machines/testing/shape.js';
import type { Answer } from '../factories/client.js';
import type { TestHouse } from '../factories/house.js';
import { anItemContent, must, TestVersion } from '../factories/version.http.js';

const BRANCHES_WITH_A_PAST = ['incomingReferred', 'textReferred', 'wasPublic'];
const takes = ({ params }: Choice, condition: string): boolean => params.when?.includes(condition) ?? false;
const hasAPast = (choice: Choice): boolean => BRANCHES_WITH_A_PAST.some((condition) => takes(choice, condition));

/** Steps on the way: those that need nothing but the item itself. The others are tried as the last step, with the past they need. */
const onTheWay = (choice: Choice): boolean => !['carryOver', 'textBarred', 'remove'].includes(choice.type) && !hasAPast(choice);

const { pathsFrom } = shapeOf('itemReview');

function way(from: string, to: string, allowed = onTheWay): readonly Choice[] {
  if (from === to) return [];
  const path = pathsFrom(from, allowed).find((candidate) => candidate.to === to);
  if (!path) throw new Error(`no way from ${from} to ${to}`);
  return path.choices;
}

/** One item of one version, walked through its lifecycle over HTTP; the version is moved to the stage that each step needs. */
export class ItemWalker {
  private texts = 0;

  private constructor(
    private readonly version: TestVersion,
    private readonly predecessor: TestVersion | null,
    private readonly firstText: object,
  ) {}

  /** Walks to where the edge begins, in the world that the edge needs, then takes it. Answers the state after it; null when the item went. */
  static async take(house: TestHouse, edge: Edge): Promise<string | null> {
    const walker = await ItemWalker.to(house, edge);
    await must(walker.perform(edge.choice, edge.from), edge.choice.type === 'create' ? 201 : 200);
    return walker.state();
  }

  /** An item that stands in the state, having come there by the plainest way. */
  static async standingIn(house: TestHouse, state: string): Promise<ItemWalker> {
    const walker = await ItemWalker.inDraft(house);
    await walker.walk('drafting', way('drafting', state));
    return walker;
  }

  get desk(): TestVersion {
    return this.version;
  }

  async state(): Promise<string | null> {
    return (await this.version.seen())?.state ?? null;
  }

  private static async to(house: TestHouse, { from, choice }: Edge): Promise<ItemWalker> {
    if (choice.type === 'textBarred' || takes(choice, 'wasPublic')) return ItemWalker.afterPublication(house, from, choice);
    if (takes(choice, 'incomingReferred')) return ItemWalker.afterReferral(house, from);
    // Only what was determined after a referral, or is still referred, takes the branch.
    const referredFirst = takes(choice, 'textReferred');
    const assessed = choice.type === 'determine' && takes(choice, 'assessmentNeeded');
    const walker = await ItemWalker.inDraft(house, assessed ? { category: 'OTHER' } : {});
    await walker.walk('drafting', referredFirst ? [...way('drafting', 'referred'), ...way('referred', from)] : way('drafting', from));
    return walker;
  }

  private static async inDraft(house: TestHouse, more: object = {}): Promise<ItemWalker> {
    const content = anItemContent('事项', more);
    return new ItemWalker(await TestVersion.draft(house, [content]), null, content);
  }

  /** The item was shown by the version before, with the very text that stands now. */
  private static async afterPublication(house: TestHouse, from: string, choice: Choice): Promise<ItemWalker> {
    const content = anItemContent('事项');
    const first = await (await TestVersion.draft(house, [content])).published();
    const walker = new ItemWalker(await first.revised(), first, content);
    const referred = from === 'referred' || takes(choice, 'textReferred');
    await walker.walk('releasable', referred ? [...way('releasable', 'referred'), ...way('referred', from)] : way('releasable', from));
    if (from === 'drafting') await must(walker.version.edit('compiler', content));
    return walker;
  }

  /** An earlier text of the item was referred and determined to be withheld; it says something else now. */
  private static async afterReferral(house: TestHouse, from: string): Promise<ItemWalker> {
    const walker = await ItemWalker.inDraft(house);
    await walker.walk('drafting', [...way('drafting', 'referred'), ...way('referred', 'withheld'), ...way('withheld', 'drafting')]);
    await walker.walk('drafting', way('drafting', from));
    return walker;
  }

  private async walk(start: string, choices: readonly Choice[]): Promise<void> {
    let state = start;
    for (const choice of choices) {
      await must(this.perform(choice, state));
      state = (await this.state())!;
    }
  }

  private async perform(choice: Choice, from: string): Promise<Answer> {
    switch (choice.type) {
      case 'enterReview':
        return this.enterReview(from);
      case 'edit':
        if (!choice.params.unless?.includes('versionInDraft')) await this.toDraft();
        return this.version.edit('compiler', takes(choice, 'incomingReferred') ? this.firstText : this.anotherText());
      case 'remove':
        await this.toDraft();
        return this.version.remove('compiler', { reason: '职责划转', receivingBody: '市行政审批局' });
      case 'amend':
        return this.version.decide('compiler', { type: 'amend', reply: '依据第十条，无须修改' });
      case 'textBarred':
        return this.predecessor!.move('officer', { type: 'suspendItem', itemId: this.version.items[0], reason: '泄密' });
      default:
        await this.toReview();
        return this.version.decide(...decision(choice, from));
    }
  }

  /** A returned item enters review again by the version's submission once its text has changed. */
  private async enterReview(from: string): Promise<Answer> {
    if (from === 'returned') await must(this.version.edit('compiler', this.anotherText()));
    await this.toDraft();
    return this.version.move('compiler', { type: 'submit' });
  }

  private anotherText(): object {
    this.texts += 1;
    return { elements: [`第${this.texts}次修改`] };
  }

  private async toDraft(): Promise<void> {
    if ((await this.version.state()) !== 'draft') await must(this.version.move('compiler', { type: 'recall', reason: '补充' }));
  }

  private async toReview(): Promise<void> {
    if ((await this.version.state()) === 'draft') await this.version.submitted();
  }
}

/** Who decides it, and with what; the branch is chosen by what the event brings along. */
function decision(choice: Choice, from: string): [string, { type: string; [parameter: string]: unknown }] {
  const { type } = choice;
  const reason = '见卷宗';
  switch (type) {
    case 'clear':
      return ['officer', { type, assess: takes(choice, 'assessmentNeeded') }];
    case 'requireRedaction':
      return ['officer', { type, reason, fields: ['elements'] }];
    case 'withhold':
    case 'discloseOnApplication':
      return ['officer', { type, reason, ground: 'ART16_INTERNAL' }];
    case 'determine':
      return ['officer', { type, documentNumber: '保函〔2026〕1号', outcome: takes(choice, 'determinedToWithhold') ? 'withhold' : 'open' }];
    case 'setAside':
      return ['officer', { type, reason, reviewOn: '2027-01-01' }];
    case 'acceptRisk':
      return ['assessor', { type, level: takes(choice, 'riskIsHigh') ? 'HIGH' : 'LOW' }];
    case 'rejectRisk':
      return ['assessor', { type, reason, ground: 'ART14_SECURITY_STABILITY' }];
    case 'requireMitigation':
      return [from === 'awaitingEndorsement' ? 'office' : 'assessor', { type, reason }];
    case 'endorse':
      return ['leader', { type }];
    default:
      return ['officer', { type, reason }];
  }
}
