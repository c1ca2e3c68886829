import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventBytes } from './chain.js';
import { faultsOfDefinitions, followSteps } from './lifecycles.js';

const ROOT = join(__dirname, '..');
const FROZEN = join(ROOT, 'machines', 'frozen');
const manifest = JSON.parse(readFileSync(join(FROZEN, 'manifest.json'), 'utf8')) as { id: string; version: string; definition: string }[];
const definitions = new Map(
  manifest.map(({ id, version, definition }) => [
    definition,
    readFileSync(join(FROZEN, `${id}-${version}-${definition.slice(0, 12)}.json`)),
  ]),
);

interface Golden {
  readonly stream: string;
  readonly events: readonly { readonly header: string; readonly body: string }[];
}
const folders = manifest.map(({ id, version }) => join(ROOT, 'test', 'golden', `${id}-${version}`));
const chains = folders.flatMap((folder) =>
  readdirSync(folder).map((name) => {
    const { stream, events } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Golden;
    const bytes = events.map(({ header, body }, index) => ({
      stream,
      seq: index + 1,
      header: Buffer.from(header),
      body: Buffer.from(body),
    }));
    return { name: `${folder.split('/').at(-1)}/${name}`, stream, bytes };
  }),
);
type Body = Record<string, unknown>;
const changed = (events: readonly EventBytes[], place: number, change: (body: Body) => Body): EventBytes[] =>
  events.map((event, index) =>
    index === place ? { ...event, body: Buffer.from(JSON.stringify(change(JSON.parse(event.body.toString())))) } : event,
  );

describe('the steps of a log, taken again by the definitions alone', () => {
  it('follow from each other in every log that was ever recorded', () => {
    expect(chains.length).toBeGreaterThan(100);
    for (const { name, stream, bytes } of chains) {
      expect([name, followSteps(stream, bytes, definitions)]).toEqual([name, { fault: null, missing: new Set() }]);
    }
  });

  const { stream, bytes } = chains.find(({ bytes: events }) => events.some(({ body }) => body.includes('"type":"approve"')))!;
  const place = (type: string) => bytes.findIndex(({ body }) => body.includes(`"type":"${type}"`));
  const faultAfter = (type: string, change: (body: Body) => Body) => {
    const { fault } = followSteps(stream, changed(bytes, place(type), change), definitions);
    return fault && [fault.seq, fault.detail];
  };

  it.each<[string, string, (body: Body) => Body, RegExp]>([
    ['to another state', 'clear', (body) => ({ ...body, to: 'withheld' }), /^clear leads from awaitingReview to \w+, not to withheld$/],
    [
      'from another state',
      'clear',
      (body) => ({ ...body, from: 'drafting' }),
      /^it starts at drafting, what it concerns stood at awaitingReview$/,
    ],
    [
      'that the lifecycle does not know',
      'clear',
      (body) => ({ ...body, type: 'publish' }),
      /knows no such step from awaitingReview: publish$/,
    ],
    ['by a role that may not', 'clear', (body) => ({ ...body, roles: ['compiler'] }), /^clear is not for compiler$/],
    ['by the system, of which nobody signed', 'clear', (body) => ({ ...body, actor: null, roles: [] }), /^clear is not for the system$/],
    [
      'with a requirement not met',
      'approve',
      (body) => ({ ...body, facts: { guards: { ...(body.facts as { guards: object }).guards, rolePermits: false } } }),
      /^approve wants rolePermits, which is not recorded as met$/,
    ],
    ['that is called as something that every object has', 'clear', (body) => ({ ...body, type: 'constructor' }), /knows no such step/],
    ['that is not said as steps are', 'clear', (body) => ({ ...body, roles: 'confidentialityOfficer' }), /not said as steps are/],
    [
      'on another text',
      'clear',
      (body) => ({ ...body, contentHash: 'f'.repeat(64) }),
      /^clear is on the text f{64}, what stood was \w{64}$/,
    ],
    ['without what the guards said', 'approve', (body) => ({ ...body, facts: {} }), /^approve wants /],
    [
      'under a version that is not in force',
      'clear',
      (body) => ({ ...body, machine: { ...(body.machine as object), version: '7' } }),
      /^it is taken under itemReview 7, though 0 is in force$/,
    ],
  ])('do not, when one is taken %s', (_, type, change, detail) => {
    expect(faultAfter(type, change)).toEqual([place(type) + 1, expect.stringMatching(detail)]);
  });

  it('go on under another version by an event that says so, where no state is lost', () => {
    const [hash, bytesOfOne] = [...definitions].find(([, text]) => text.includes('"departmentApproval"'))!;
    const until = place('clear');
    const migrated = (more: Body = {}): EventBytes[] => [
      ...bytes.slice(0, until),
      {
        ...bytes[until]!,
        body: Buffer.from(
          JSON.stringify({
            type: 'machine.migrated', machine: { id: 'catalogueVersion', version: '1', hash }, from: 'confidentialityReview', to: 'confidentialityReview',
            facts: { from: '0', to: '1' }, ...more,
          }),
        ),
      },
    ]; // prettier-ignore
    const followed = (more?: Body, known = definitions) => followSteps(stream, migrated(more), known).fault?.detail ?? null;
    expect(followed()).toBeNull();
    expect(followed({ facts: { from: '1', to: '2' } })).toMatch(/goes on under 0, not from 1 to 2/);
    expect(followed({ to: 'published' })).toMatch(/^it moves something/);
    const shorter = Buffer.from(bytesOfOne.toString().replaceAll('"confidentialityReview"', '"somewhere"'));
    expect(followed({}, new Map([...definitions, [hash, shorter]]))).not.toBeNull();
  });

  it('are not followed by a definition that is not there, and one with other bytes is found', () => {
    const [hash, text] = [...definitions][0]!;
    const without = new Map([...definitions].filter(([each]) => each !== hash));
    const missing = new Set(chains.flatMap((chain) => [...followSteps(chain.stream, chain.bytes, without).missing]));
    expect(missing).toEqual(new Set([hash]));
    expect(faultsOfDefinitions(definitions)).toEqual([]);
    expect(faultsOfDefinitions(new Map([[hash, Buffer.concat([text, Buffer.from(' ')])]]))).toMatchObject([{ code: 'lifecycle.hash' }]);
  });
});
