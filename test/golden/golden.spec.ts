import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transitionTable, type MachineId } from '../../machines/registry.js';
import { PROJECT_ROOT } from '../../src/platform/project.js';
import { hashOf } from '../../verifier/chain.js';
import { UNREACHABLE } from '../model/unreachable.js';
import { chained, followed, goldenChains, nameOf, stepsOf } from './chains.js';

interface Frozen {
  readonly id: MachineId;
  readonly version: string;
  readonly definition: string;
}

/** Every version of a lifecycle that there ever was. */
const FROZEN = JSON.parse(readFileSync(join(PROJECT_ROOT, 'machines', 'frozen', 'manifest.json'), 'utf8')) as Frozen[];
const definitionOf = (id: MachineId, version: string): string | null =>
  FROZEN.find((frozen) => frozen.id === id && frozen.version === version)?.definition ?? null;

describe.each(FROZEN.map(({ id, version }) => [id, version] as const))('the golden histories of %s %s', (id, version) => {
  const chains = goldenChains(id, version);

  it('take every transition that can be brought about', () => {
    const taken = new Set(
      [...chains.values()].flatMap((chain) =>
        stepsOf(chain)
          .filter((step) => step.machine === id)
          .map(nameOf),
      ),
    );
    const known = transitionTable().filter((row) => row.machineId === id && row.version === version);
    const missing = known
      .filter(({ from, event, to }) => !UNREACHABLE.has(`${id} ${from} ${event} ${to}`))
      .map(({ from, event, to }) => nameOf({ from, type: event, to }))
      .filter((name) => !taken.has(name));
    expect(chains.size).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });

  it.each([...chains])('%s: every byte gives its hash, every step is taken again, and it ends as it did', (_, chain) => {
    expect(chained(chain).map((event) => hashOf(event).toString('hex'))).toEqual(chain.events.map(({ hash }) => hash));
    const { problems, ends } = followed(chain, definitionOf);
    expect(problems).toEqual([]);
    expect(JSON.parse(JSON.stringify(ends))).toEqual(chain.ends);
  });

  it('would notice another step, another state and another byte', () => {
    const [chain] = [...chains.values()];
    const spoiled = (change: (body: string) => string) => ({
      ...chain!,
      events: chain!.events.map((event, index) => (index === chain!.events.length - 1 ? { ...event, body: change(event.body) } : event)),
    });
    const codesOf = (one: typeof chain & object) => followed(one, definitionOf).problems.map(({ code }) => code);
    expect(codesOf(spoiled((body) => body.replace(/"to":("\w+"|null)/, '"to":"elsewhere"')))).toEqual(['chain.hash', 'replay.to']);
    expect(codesOf(spoiled((body) => body.replace(/"guards":\{[^}]*\}/, '"guards":{}')))).toEqual(['chain.hash', 'replay.notEnabled']);
    expect(codesOf(spoiled((body) => `${body} `))).toEqual(['chain.hash']);
  });
});
