import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Repository } from 'typeorm';
import { containing } from '../platform/like.js';
import { afterCursor, pageOf, type Page } from '../platform/paging.js';
import { sought } from '../platform/searching.js';
import { Organization } from './organization.entity.js';
import type { OrganizationsQuery } from './organizations.dto.js';
import { Region } from './region.entity.js';

@Injectable()
export class OrganizationsQueries {
  constructor(
    @InjectRepository(Region) private readonly regions: Repository<Region>,
    @InjectRepository(Organization) private readonly organizations: Repository<Organization>,
  ) {}

  /** The children of a region, or the roots, by code. Never many, so one page. */
  async children(parent: string | undefined): Promise<Page<Region>> {
    const items = await this.regions.find({ where: { parentCode: parent ?? IsNull() }, order: { code: 'ASC' } });
    return { items, nextCursor: null };
  }

  /** Bodies by region and name. */
  async search({ region, q, cursor, limit }: OrganizationsQuery): Promise<Page<Organization>> {
    const after = afterCursor(cursor, 2);
    const query = this.organizations
      .createQueryBuilder('o')
      .orderBy({ 'o.regionCode': 'ASC', 'o.name': 'ASC' })
      .limit(limit + 1);
    if (after) query.andWhere('(o.regionCode, o.name) > (:code, :name)', { code: after[0], name: after[1] });
    if (region) query.andWhere(':region in (select region_lineage(o.regionCode))', { region });
    const { words, within } = sought(q ? [q] : []);
    if (words[0]) query.andWhere(`${within('o.name')} ilike :q`, { q: containing(words[0]) });
    return pageOf(await query.getMany(), limit, (organization) => [organization.regionCode, organization.name]);
  }
}
