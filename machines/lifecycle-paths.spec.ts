import { initialTransition } from 'xstate';
import { eventTypesOf, lifecycle, MACHINE_IDS, transitionsOf, transitionTable, type Lifecycle, type MachineId } from './registry.js';
import type { CatalogueVersionEventType } from './catalogue-version.events.js';
import type { ItemReviewEventType } from './item-review.events.js';
import type { ItemState, VersionState } from './item-review.facts.js';
import { judge, type Judgement } from './judge.js';
import type { MatterEventType } from './matter.events.js';
import type { MatterHand } from './people.facts.js';
import type { PurgeEventType } from './purge.events.js';
import { replayStep } from './replay.js';
import type { Permission } from './policy.js';
import { VERSION_TABLE } from './testing/catalogue-version.table.js';
import { ITEM_TABLE } from './testing/item-review.table.js';
import { matterScene, rowsOf } from './testing/matter.scenes.js';
import { purgeScene } from './testing/purge.scenes.js';
import { itemScene, newcomer, versionScene } from './testing/scenes.js';
import { same, shapeOf } from './testing/shape.js';

/** The step through `judge`, with facts from the expected table under which it leads there. */
function really(id: MachineId, from: string, type: string, to: string): Judgement<string, MatterHand> {
  if (id === 'purge') {
    const { event, facts } = purgeScene(type as PurgeEventType);
    return judge(id, '0', from as never, event, facts);
  }
  if (id !== 'itemReview' && id !== 'catalogueVersion') {
    const row = rowsOf(id, from, type as MatterEventType).find((candidate) => candidate.to === to)!;
    const { event, facts } = matterScene(type as MatterEventType, row, row.by[0]!);
    return judge(id, '0', from as never, event, facts);
  }
  if (id === 'itemReview') {
    const row = ITEM_TABLE[from as ItemState][type as ItemReviewEventType]!.find((candidate) => (candidate.to ?? from) === to)!;
    const { event, facts } = itemScene(from as ItemState, type as ItemReviewEventType, row, newcomer(row.by[0]!));
    return judge('itemReview', '0', from as ItemState, event, facts);
  }
  const row = VERSION_TABLE[from as VersionState][type as CatalogueVersionEventType]!.find((candidate) => candidate.to === to)!;
  const { event, facts } = versionScene(from as VersionState, type as CatalogueVersionEventType, row, newcomer(row.by[0]!));
  return judge('catalogueVersion', '0', from as VersionState, event, facts);
}

describe.each(MACHINE_IDS)('%s', (id) => {
  const { machine, states, edges, pathsFrom } = shapeOf(id);
  const paths = pathsFrom(String(machine.config.initial));

  it('reaches every state', () => {
    expect(paths.map(({ to }) => to).sort()).toEqual([...states].sort());
  });

  it('takes every transition along a generated path, as the judge says with facts', () => {
    const steps = new Set(edges.map(({ from, choice, to }) => `${from} ${choice.type} ${to}`));
    for (const row of transitionTable().filter(({ machineId, from }) => machineId === id && from !== null)) {
      expect(steps).toContain(`${row.from} ${row.event} ${row.to}`);
    }
    for (const { from, choice, to } of edges) {
      const judged = really(id, from, choice.type, to);
      expect({ from, choice, ...judged }).toMatchObject({ allowed: true });
      if (judged.allowed) expect(judged.to ?? from).toBe(to);
    }
  });

  it('takes every pair of transitions that follow each other, and replays them from their verdicts', () => {
    let pairs = 0;
    for (const first of edges) {
      const { choices } = paths.find(({ to }) => to === first.from)!;
      for (const second of edges.filter(({ from }) => from === first.to)) {
        let state = String(machine.config.initial);
        for (const choice of [...choices, first.choice, second.choice]) {
          const { to } = edges.find((edge) => edge.from === state && same(edge.choice, choice))!;
          const judged = really(id, state, choice.type, to);
          const replayed = judged.allowed ? replayStep(id, '0', state, choice.type, judged.verdicts) : null;
          if (replayed === null || (replayed.to ?? state) !== to) throw new Error(`${state} ${choice.type} ${to}`);
          state = to;
        }
        pairs += 1;
      }
    }
    expect(pairs).toBeGreaterThan({ itemReview: 500, catalogueVersion: 50, compilationTask: 0, purge: -1 }[id as string] ?? 20);
  });

  it('has branches that exclude each other', () => {
    const known = lifecycle<MachineId>(id, '0');
    for (const state of [null, ...states]) {
      for (const type of eventTypesOf(known)) {
        const branches = transitionsOf(known, state, type).map(({ guard }) => guard.params);
        const exclusive = (one: Permission, other: Permission) =>
          one.when?.some((name) => other.unless?.includes(name) || /^carried/.test(name)) ||
          other.when?.some((name) => one.unless?.includes(name));
        branches.forEach((one, index) =>
          branches.slice(index + 1).forEach((other) => expect([state, type, exclusive(one, other)]).toEqual([state, type, true])),
        );
      }
    }
  });

  it('describes every transition in Chinese and English', () => {
    const known = lifecycle<MachineId>(id, '0');
    for (const state of [null, ...states]) {
      for (const type of eventTypesOf(known)) {
        for (const { description, guard } of transitionsOf(known, state, type)) {
          expect(description).toMatch(/^\p{Script=Han}.* · [a-z]/iu);
          expect(guard.params.by.length).toBeGreaterThan(0);
        }
      }
    }
  });
});

describe.each(MACHINE_IDS)('the machine of %s itself', (id) => {
  const { machine, creation } = lifecycle<MachineId>(id, '0') as Lifecycle;

  it('starts where its creation leads', () => {
    const targets = Object.values(creation).flatMap((branches) => (branches ?? []).map(({ target }) => target));
    expect(targets).toContain(initialTransition(machine, {})[0].value);
  });

  it('holds no function: roles and branches are data', () => {
    const states = JSON.stringify(machine.config.states);
    expect(JSON.parse(states)).toEqual(machine.config.states);
    expect(states).not.toMatch(/"(always|after|invoke|history|entry|exit|actions)"/);
  });
});
