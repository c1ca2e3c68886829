import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { refuse } from '../commands/index.js';
import type { RegionReference } from '../matters/index.js';

/** A row of a list, and the sort key at which a page may end. */
export interface Keyed<Item> {
  readonly item: Item;
  readonly key: readonly string[];
}

/** Whose territory it is: what an office or an auditor may look over. */
@Injectable()
export class Oversight {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * The regions that one is appointed over, and the one that is looked at: that which was asked for, or the first of one's own.
   * @throws ProblemError 401 without a session, 404 for somebody who has none
   */
  async place(token: string | null, region: string | undefined): Promise<{ territories: RegionReference[]; here: string }> {
    const [row]: { person: string | null }[] = await this.source.query('select mulu.session_person($1) as person', [token]);
    if (!row?.person) throw refuse.notSignedIn();
    const territories: RegionReference[] = await this.source.query(
      `select distinct r.code, r.name from mulu.territories_of($1) t join mulu.region r on r.code = t.region_code order by r.code`,
      [token],
    );
    const here = region ?? territories[0]?.code;
    if (here === undefined) throw refuse.absent();
    return { territories, here };
  }

  /** What a function of the database tells. @throws ProblemError 404 when it tells nothing: the region is not there, or not overseen */
  async ask<Answer>(call: string, values: readonly unknown[]): Promise<Answer> {
    const [row]: { told: Answer | null }[] = await this.source.query(`select mulu.${call} as told`, [...values]);
    if (row?.told == null) throw refuse.absent();
    return row.told;
  }
}
