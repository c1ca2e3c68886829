import { Faults, type NoticeSource } from '../profiles/faults.js';

/** A national pilot of grass-roots disclosure: a banner-county or functional zone, as the notice names it. */
export interface PilotUnit {
  /** The code of its region. */
  readonly region: string;
  readonly name: string;
}

export interface UnitsFile {
  readonly source: NoticeSource;
  readonly units: readonly PilotUnit[];
}

/**
 * Reads the list of pilots of unknown origin completely.
 * @throws Error naming the origin and every fault at once
 */
export function readUnits(text: string, origin: string): UnitsFile {
  return Faults.read(text, `pilots ${origin}`, (value, faults) => {
    const file = faults.object(value, 'file', ['source', 'units']);
    faults.source(file?.['source'], 'source');
    const regions = new Set<unknown>();
    faults.array(file?.['units'], 'units').forEach((entry, i) => {
      const unit = faults.object(entry, `units[${i}]`, ['region', 'name']);
      if (!unit) return;
      if (typeof unit['region'] !== 'string' || !/^\d{6}$/.test(unit['region'])) faults.add(`units[${i}].region`, 'must be six digits');
      if (regions.has(unit['region'])) faults.add(`units[${i}].region`, 'stands twice');
      regions.add(unit['region']);
      faults.text(unit['name'], `units[${i}].name`);
    });
  });
}
