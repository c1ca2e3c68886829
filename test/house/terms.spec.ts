import { join } from 'node:path';
import { CAPACITIES, ROLE_CODES } from '../../machines/people.facts.js';
import { eventTypesOf, lifecycle, MACHINE_IDS, statesOf, type Lifecycle, type MachineId } from '../../machines/registry.js';

interface Terms {
  stateName(machine: MachineId, state: string): string;
  stepName(machine: MachineId, event: string): string;
  roleName(role: string): string;
}
type Speak = (language: 'zh' | 'en') => void;

/** The browser remembers its language; here nobody does. */
const nothingRemembered = { getItem: () => null, setItem: () => undefined };

/** The browser's words, which its page knows without asking the server: what a machine learns they must learn too. */
describe('the browser has a name for every', () => {
  let terms: Terms;
  let speak: Speak;
  beforeAll(async () => {
    Object.assign(globalThis, { localStorage: nothingRemembered });
    const words = join(__dirname, '..', '..', 'web', 'src', 'i18n');
    terms = (await import(join(words, 'terms.ts'))) as Terms;
    speak = ((await import(join(words, 'index.ts'))) as { speak: Speak }).speak;
    // Only now: Vue takes whoever has a document for a browser when it loads.
    Object.assign(globalThis, { document: { documentElement: { lang: '' } } });
  });
  afterAll(() => {
    Reflect.deleteProperty(globalThis, 'localStorage');
    Reflect.deleteProperty(globalThis, 'document');
  });

  /** In both languages, each in its own script; an unknown code would stand for itself. */
  function expectNamed(code: string, name: () => string): void {
    speak('zh');
    expect([code, name()]).toEqual([code, expect.stringMatching(/\p{Script=Han}/u)]);
    speak('en');
    expect([code, name()]).toEqual([code, expect.stringMatching(/^[A-Z][ -~’]+$/)]);
  }

  it.each(MACHINE_IDS)('state and step of %s', (id) => {
    const known = lifecycle<MachineId>(id, '0') as Lifecycle;
    for (const state of statesOf(known)) expectNamed(state, () => terms.stateName(id, state));
    for (const event of eventTypesOf(known)) expectNamed(event, () => terms.stepName(id, event));
  });

  it('role and capacity', () => {
    for (const role of [...ROLE_CODES, ...CAPACITIES, 'system']) expectNamed(role, () => terms.roleName(role));
  });

  it('step as its own lifecycle calls it', () => {
    speak('zh');
    expect([terms.stepName('catalogueVersion', 'submit'), terms.stepName('progressReport', 'submit')]).toEqual(['送审', '报送']);
  });
});
