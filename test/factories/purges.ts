import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { logBody } from '../../src/commands/log-body.js';
import { machineOf } from '../../src/commands/machines.js';
import { canonicalJson, sha256Hex } from '../../src/content/canonical.js';
import type { RoleCode } from '../../machines/people.facts.js';
import type { Actor } from './plans.js';

/** What may be said otherwise in a step, so that it lies. */
export interface Lie {
  readonly body?: object;
  readonly command?: object;
  readonly facts?: object;
}

const WORDS = canonicalJson({ reason: '含有个人信息', legalBasis: '《个人信息保护法》第四十七条' });

/** One step of a purge as the application would write it. */
export function purgeStep(
  by: Actor,
  step: { purge: string; version: string; hash: string; from: string | null; to: string; type: string; expect?: number },
  lie: Lie = {},
): object {
  const key = randomUUID();
  const { purge, version, hash, from, to, type, expect } = step;
  const body = JSON.parse(
    logBody({
      type,
      actor: { id: by.id, hand: { role: by.role as RoleCode, persons: by.principal ? [by.id, by.principal] : [by.id] } },
      machine: machineOf('purge'),
      from,
      to,
      contentHash: hash,
      reasonHash: sha256Hex(WORDS),
      facts: { purgeId: purge, versionId: version, ground: 'PERSONAL_DATA', ...lie.facts },
      idempotencyKey: key,
    }),
  );
  return {
    ...(from === null ? { op: 'propose', version, hash } : { op: 'move', expect }),
    purge,
    body: canonicalJson({ ...body, ...lie.body }),
    words: WORDS,
    key,
    requestHash: 'ab'.repeat(32),
    answer: {},
    ...lie.command,
  };
}

type Sql = Pick<pg.ClientBase, 'query'>;

export async function send(sql: Sql, by: Actor, command: object): Promise<Record<string, unknown>> {
  const { rows } = await sql.query('select mulu.commit_purge($1, $2) as outcome', [by.token, JSON.stringify(command)]);
  return rows[0].outcome;
}

export interface Proposed {
  readonly purge: string;
  readonly version: string;
  readonly hash: string;
  readonly seq: number;
}

/** Proposes to purge a text that a version's log names. */
export async function propose(sql: Sql, by: Actor, version: string, hash: string, lie: Lie = {}): Promise<Proposed> {
  const purge = randomUUID();
  const outcome = await send(sql, by, purgeStep(by, { purge, version, hash, from: null, to: 'proposed', type: 'purge.proposed' }, lie));
  return { purge, version, hash, seq: Number((outcome.answer as { seq: number } | undefined)?.seq) };
}

/** The other hand: confirms, or takes it back. */
export function close(by: Actor, { purge, version, hash, seq }: Proposed, to: 'done' | 'withdrawn' = 'done', lie: Lie = {}): object {
  return purgeStep(by, { purge, version, hash, from: 'proposed', to, type: `purge.${to}`, expect: seq }, lie);
}
