import type pg from 'pg';
export async function checkInvariants(_client: Pick<pg.ClientBase, 'query'>): Promise<unknown[]> { return []; }
