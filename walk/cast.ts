import { Person } from './person.js';
import type { Story } from './story.js';
import type { House } from './visitor.js';

const USERNAMES = ['compiler', 'officer', 'assessor', 'leader', 'office', 'auditor'] as const;

/** The people of the evaluation mode who take part, each signed in. */
export type Cast = Readonly<Record<(typeof USERNAMES)[number], Person>>;

export async function everybodySignsIn(house: House, story: Story): Promise<Cast> {
  const people: Partial<Record<string, Person>> = {};
  for (const username of USERNAMES) people[username] = await Person.signIn(house, story, username);
  return people as Cast;
}

/** What a chapter hands on to the next. */
export interface Scene {
  readonly house: House;
  readonly story: Story;
  readonly cast: Cast;
  readonly catalogue: string;
}

/** Finds an item of a version by the last level of its path; the story speaks of items by name. */
export type Named = (name: string) => string;

export async function itemsByName(person: Person, version: string): Promise<Named> {
  const rows = await person.seesItems(version);
  const ids = new Map(rows.map((row) => [row.content?.path.at(-1), row.id]));
  return (name) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`no item is called ${name}`);
    return id;
  };
}
