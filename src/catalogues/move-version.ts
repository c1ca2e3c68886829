import type { CatalogueVersionEvent, CatalogueVersionParameters } from '../../machines/catalogue-version.events.js';
import { judge, type Judgement } from '../../machines/judge.js';
import { currentVersion } from '../../machines/registry.js';
import { detailOf, type Change, type Expectation, type Plan } from '../commands/changes.js';
import type { Command, CommandRequest } from '../commands/corridor.js';
import { versionFacts, type Loaded } from '../commands/facts.js';
import { logBody } from '../commands/log-body.js';
import { machineOf } from '../commands/machines.js';
import * as refuse from '../commands/refusals.js';
import { systemItemStep, systemVersionStep } from './system-steps.js';
import { barring, type Barring } from './bar-texts.js';
import { openingOfNext, type Succession } from './open-next.js';
import { demandFuture } from './publish-at.js';
import type { VersionQueries } from './version.queries.js';

/** The event as it comes in: the machine's parameters and the words that are kept by hash. */
export type VersionEvent = CatalogueVersionParameters & { opinion?: string };

interface Gathered {
  /** The version in force that a publication would replace. */
  readonly inForce: Loaded | null;
  readonly barring: Barring | null;
  readonly succession: Succession | null;
}

type Allowed = Extract<Judgement<string>, { allowed: true }>;

/** One step of a version: everything of product.md's version events, a person's or the clock's. */
export function moveVersion(request: CommandRequest, event: VersionEvent, queries: VersionQueries): Command<Gathered> {
  return {
    reads: 'all',
    gather: async (loaded) => ({
      inForce: event.type === 'approve' || event.type === 'release' ? await queries.inForce(loaded.version) : null,
      barring: event.type === 'suspendItem' || event.type === 'takeDown' ? await barring(loaded, event, queries) : null,
      succession: event.type === 'revise' ? await queries.succession(loaded.version) : null,
    }),
    judge: (loaded) =>
      judge(
        'catalogueVersion',
        currentVersion('catalogueVersion'),
        loaded.version.state,
        event as CatalogueVersionEvent,
        versionFacts(loaded),
      ),
    plan: (loaded, gathered, judgement) => {
      demandFuture(event.publishAt);
      demandShown(gathered.barring);
      const { version } = loaded;
      const opening = gathered.succession && openingOfNext(loaded, gathered.succession);
      const changes: Change[] = [
        ...ownStep(request, loaded, event, judgement, gathered),
        ...(event.type === 'submit' ? itemsEnterReview(loaded, judgement) : []),
        ...(gathered.barring?.changes ?? []),
        ...(opening?.changes ?? []),
      ];
      const others = [
        ...(judgement.to === 'published' && gathered.inForce ? [gathered.inForce.version.id] : []),
        ...(gathered.barring?.lock ?? []),
      ];
      const expect: Expectation[] = [
        { version: version.id, state: version.state, seq: version.seq },
        ...(gathered.inForce && judgement.to === 'published'
          ? [{ version: gathered.inForce.version.id, state: gathered.inForce.version.state }]
          : []),
        ...(gathered.barring?.expect ?? []),
      ];
      const plan: Plan = {
        lock: [version.id, ...others],
        expect,
        changes,
        answer: {
          versionId: opening?.versionId ?? version.id,
          state: opening ? 'draft' : judgement.to,
          ...(opening && { id: opening.versionId }),
        },
      };
      return plan;
    },
  };
}

/** @throws ProblemError 422 when a text is to be barred that the version does not show */
function demandShown(barring: Barring | null): void {
  if (barring && barring.notShown.length > 0) throw refuse.unmet('itemShown', barring.notShown);
}

/** The version's own event and state; a publication first closes the version that it replaces, which has its own chain. */
function ownStep(request: CommandRequest, loaded: Loaded, event: VersionEvent, judgement: Allowed, gathered: Gathered): Change[] {
  const { version } = loaded;
  const { reason, opinion } = event;
  const points = event.points?.map(({ itemId, field }) => ({ itemId, field }));
  const detail = detailOf({ reason, opinion, points });
  const publishes = judgement.to === 'published' && version.state !== 'published';
  const own: Change[] = [
    ...(detail ? [detail.store] : []),
    {
      op: 'event',
      stream: version.id,
      body: logBody({
        type: event.type,
        actor: loaded.person === null ? null : { id: loaded.person, hand: judgement.hand! },
        machine: machineOf('catalogueVersion'),
        from: version.state,
        to: judgement.to,
        reasonHash: detail?.hash,
        verdicts: judgement.verdicts,
        facts: { items: loaded.items.length, ...parametersOf(event) },
        requestId: request.requestId,
        idempotencyKey: request.key ?? undefined,
      }),
    },
  ];
  const state: Change = { op: 'version', version: version.id, state: judgement.to! };
  if (!publishes || !gathered.inForce) return [...own, state];
  // Only one version of a catalogue is in force: the old one leaves before the new one comes.
  return [...own, ...systemVersionStep(gathered.inForce, { type: 'supersede' }), state];
}

function parametersOf(event: VersionEvent): Record<string, unknown> {
  const { publishAt, nothingPublic, itemId, texts } = event;
  return Object.fromEntries(Object.entries({ publishAt, nothingPublic, itemId, texts }).filter(([, value]) => value !== undefined));
}

/** `submit` takes the drafting and the returned items along, one logged step each; everything else keeps its state. */
function itemsEnterReview(loaded: Loaded, judgement: Allowed): Change[] {
  const submitted = { ...loaded, version: { ...loaded.version, state: judgement.to as Loaded['version']['state'] } };
  return loaded.items
    .filter((item) => item.state === 'drafting' || item.state === 'returned')
    .flatMap((item) => systemItemStep(submitted, item, { type: 'enterReview' }));
}
