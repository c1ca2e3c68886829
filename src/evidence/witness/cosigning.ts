import { cosignedAt } from '../../../verifier/cosignature.js';
import { parseNote } from '../../../verifier/note.js';
import type { CheckpointerLogin } from '../checkpointer.js';
import type { WitnessAddress } from './addresses.js';

interface Wanted {
  readonly size: number;
  readonly note: string;
  /** The size that the witness knows. */
  readonly from: number;
  /** Base64. */
  readonly proof: readonly string[] | null;
}

/** A witness did not cosign; the message says what that means. */
export class NotCosigned extends Error {
  override readonly name: string = 'NotCosigned';
}

/** A witness has seen another log than this one: it was cut, set back, rewritten, or shown to others in another version. */
export class Contradicted extends NotCosigned {
  override readonly name = 'Contradicted';
}

const ANSWER_MS = 10_000;
const MOST_CHARACTERS = 10_000;

/**
 * Has the newest checkpoint cosigned by a witness, unless it is already, and keeps the line.
 * @throws Contradicted when the witness knows more than is here or something else, NotCosigned for another answer, and whatever a connection fails with
 */
export async function cosign(login: CheckpointerLogin, witness: WitnessAddress): Promise<void> {
  let wanted = await wantedOf(login, witness, null);
  for (let again = true; wanted; again = false) {
    const { status, body } = await ask(witness, wanted);
    if (status === 200) return keep(login, witness, wanted, body);
    const known = status === 409 ? Number(body.trim()) : Number.NaN;
    if (known > wanted.size)
      throw new Contradicted(`it has seen ${known} events, and here are ${wanted.size}: the log was cut or set back`);
    if (known === wanted.from) throw new Contradicted(`it has seen another root for ${known} events: the log was split`);
    if (status === 422)
      throw new Contradicted(`the tree of ${wanted.size} did not grow out of the one that it knows: the log was rewritten`);
    if (Number.isNaN(known) || !again) throw new NotCosigned(`it answered ${status}`);
    wanted = await wantedOf(login, witness, known);
  }
}

async function wantedOf(login: CheckpointerLogin, { id }: WitnessAddress, from: number | null): Promise<Wanted | null> {
  const { rows } = await login.query<{ wanted: Wanted | null }>('select mulu.cosignature_wanted($1, $2) as wanted', [id, from]);
  return rows[0]!.wanted;
}

async function ask({ url }: WitnessAddress, { from, proof, note }: Wanted): Promise<{ status: number; body: string }> {
  const answer = await fetch(new URL('add-checkpoint', url.href.endsWith('/') ? url : `${url.href}/`), {
    method: 'POST',
    body: [`old ${from}`, ...(proof ?? []), '', note].join('\n'),
    redirect: 'error',
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  return { status: answer.status, body: (await answer.text()).slice(0, MOST_CHARACTERS) };
}

async function keep(login: CheckpointerLogin, { id, key }: WitnessAddress, { size, note }: Wanted, body: string): Promise<void> {
  for (const line of body.split('\n').filter(Boolean)) {
    const cosigned = parseNote(`${note}${line}\n`);
    if (cosigned && cosignedAt(cosigned, key)) {
      await login.query('select mulu.cosignature_keep($1, $2, $3)', [size, id, `${line}\n`]);
      return;
    }
  }
  throw new NotCosigned('its answer is not signed with its key');
}
