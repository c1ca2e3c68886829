import type { LoadedProfile } from './profile.js';

/** The profiles of this installation by id and version; an older version stays as long as a catalogue version is bound to it. */
export class ProfileRegistry {
  private readonly byId = new Map<string, Map<number, LoadedProfile>>();

  /** @throws Error when the same id and version stand twice */
  constructor(profiles: readonly LoadedProfile[]) {
    for (const loaded of profiles) {
      const { id, version } = loaded.profile;
      const versions = this.byId.get(id) ?? new Map<number, LoadedProfile>();
      if (versions.has(version)) throw new Error(`profile ${id} version ${version} stands twice`);
      versions.set(version, loaded);
      this.byId.set(id, versions);
    }
  }

  /** The profile of that version, else the newest one of that id; undefined when unknown. */
  find(id: string, version?: number): LoadedProfile | undefined {
    const versions = this.byId.get(id);
    if (!versions) return undefined;
    return versions.get(version ?? Math.max(...versions.keys()));
  }

  /** @throws Error when unknown: a bound version without its profile is a broken deployment, not a refusal */
  get(id: string, version?: number): LoadedProfile {
    const found = this.find(id, version);
    if (!found) throw new Error(`profile ${id}${version === undefined ? '' : ` version ${version}`} is not installed`);
    return found;
  }

  /** Every version of every profile, by id and then version. */
  all(): readonly LoadedProfile[] {
    return [...this.byId.values()]
      .flatMap((versions) => [...versions.values()])
      .sort((a, b) => (a.profile.id < b.profile.id ? -1 : a.profile.id > b.profile.id ? 1 : a.profile.version - b.profile.version));
  }

  /** The newest version of each profile, by id: what a new catalogue may choose from. */
  current(): readonly LoadedProfile[] {
    return this.all().filter((loaded) => this.get(loaded.profile.id) === loaded);
  }
}
