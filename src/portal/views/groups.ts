import type { ListedCatalogue } from '../public-document.js';

export interface RegionGroup {
  readonly code: string;
  readonly name: string;
  readonly catalogues: readonly ListedCatalogue[];
}

/** Catalogues that are already in the order of their regions, region by region. */
export function byRegion(catalogues: readonly ListedCatalogue[]): RegionGroup[] {
  const groups = new Map<string, ListedCatalogue[]>();
  for (const catalogue of catalogues) {
    const group = groups.get(catalogue.region.code);
    if (group) group.push(catalogue);
    else groups.set(catalogue.region.code, [catalogue]);
  }
  return [...groups.values()].map((group) => ({ ...(group[0] as ListedCatalogue).region, catalogues: group }));
}

/**
 * The digits with which the codes of a region and of everything below it begin (GB/T 2260): 150000 is a province, 150100 a
 * league or city in it. The statistical code of a functional zone begins like its league-city's, too.
 */
export function territoryOf(code: string): string {
  return code.length === 6 ? code.replace(/(00){1,2}$/, '') : code;
}
