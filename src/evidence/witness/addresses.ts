import { decodeWitnessKey, witnessKeyIdOf } from '../../../verifier/cosignature.js';
import type { NoteKey } from '../../../verifier/note.js';

/** Somebody who is asked to cosign: where, and the key that the answer must be signed with. */
export interface WitnessAddress {
  readonly url: URL;
  readonly key: NoteKey;
  /** Name and id of the key: what the database knows it by. */
  readonly id: string;
}

/** The setting names something that is no witness. */
export class WitnessAddressError extends Error {
  override readonly name = 'WitnessAddressError';
}

/**
 * @param given for each its address and its key, with a space between them: `https://witness.example name+id+base64`
 * @throws WitnessAddressError
 */
export function addressesOf(given: readonly string[]): WitnessAddress[] {
  return given.map((text) => {
    const [address = '', encoded = '', ...more] = text.trim().split(/\s+/);
    const key = decodeWitnessKey(encoded);
    if (!key || more.length > 0 || !URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
      throw new WitnessAddressError(`MULU_CHECKPOINT_WITNESSES: "${text}" is not an address and the key of a witness`);
    return { url: new URL(address), key, id: `${key.name}+${witnessKeyIdOf(key)}` };
  });
}
