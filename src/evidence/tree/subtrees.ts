import type { Ask } from '../../audit/index.js';
import type { TreeFound } from './check-tree.js';

interface Level {
  /** The position of the first of the hashes on its level. */
  readonly first: number;
  readonly hashes: Buffer[];
}

const STORED = `select s.level, s.position, s.hash from unnest($1::int[], $2::bigint[], $3::bigint[]) as r (level, first, last)
  cross join lateral (select * from mulu.log_subtree k where k.level = r.level and k.position between r.first and r.last) s order by s.level, s.position`;

/** The roots of complete subtrees, as they become complete, against those that the database keeps to prove with. */
export class Subtrees {
  private readonly levels = new Map<number, Level>();

  constructor(
    private readonly ask: Ask,
    private readonly found: TreeFound,
  ) {}

  /** @param size of the tree, at whose end they lie */
  completed(parts: readonly { readonly size: number; readonly root: Buffer }[], size: number): void {
    for (const part of parts) {
      const level = Math.log2(part.size);
      const known = this.levels.get(level);
      if (known) known.hashes.push(part.root);
      else this.levels.set(level, { first: size / part.size - 1, hashes: [part.root] });
    }
  }

  /** Those that became complete since the last time. */
  async compare(): Promise<void> {
    const levels = [...this.levels];
    const stored = await this.ask<{ level: number; position: string; hash: Buffer }>(STORED, [
      levels.map(([level]) => level),
      levels.map(([, { first }]) => first),
      levels.map(([, { first, hashes }]) => first + hashes.length - 1),
    ]);
    const kept = new Map(stored.map(({ level, position, hash }) => [`${level}/${position}`, hash]));
    const others = levels.flatMap(([level, { first, hashes }]) =>
      hashes.flatMap((hash, index) => (kept.get(`${level}/${first + index}`)?.equals(hash) ? [] : [`${level}/${first + index}`])),
    );
    if (others.length > 0)
      this.found('tree.subtree', `${others.length} subtrees, ${others[0]} first, are other than those of their leaves`);
    this.levels.clear();
  }
}
