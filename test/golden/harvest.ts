import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** Writes down every chain of a database in which a lifecycle took a step, before the database goes: scripts/golden.mjs chooses among them. */
export async function harvest(adminUrl: string, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select stream, json_agg(json_build_object('header', convert_from(header, 'UTF8'), 'body', convert_from(body, 'UTF8'),
         'hash', encode(hash, 'hex')) order by seq) as events
       from mulu.log_event group by stream having bool_or(machine_id is not null)`,
    );
    writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify(rows));
  } finally {
    await client.end();
  }
}
