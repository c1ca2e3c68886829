import type { Digest } from '../digest.js';

/** SM3 (GB/T 32905-2016), written down from the standard: Node has it only where its OpenSSL was built with it. */
const INITIAL = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];
const BLOCK = 64;
const LENGTH = 8;

const turned = (word: number, by: number): number => (word << by) | (word >>> (32 - by));
/** The constants of the 64 rounds, turned as each round asks for. */
const ROUNDS = Int32Array.from({ length: 64 }, (_, round) => turned(round < 16 ? 0x79cc4519 : 0x7a879d8a, round % 32));

export const sm3: Digest = (...parts) => {
  const message = Buffer.concat(parts);
  const padded = Buffer.alloc(Math.ceil((message.length + 1 + LENGTH) / BLOCK) * BLOCK);
  message.copy(padded);
  padded[message.length] = 0x80;
  padded.writeBigUInt64BE(BigInt(message.length) * 8n, padded.length - LENGTH);
  const state = Int32Array.from(INITIAL);
  const words = new Int32Array(68);
  for (let at = 0; at < padded.length; at += BLOCK) compress(state, padded, at, words);
  const digest = Buffer.alloc(32);
  state.forEach((word, index) => digest.writeInt32BE(word, index * 4));
  return digest;
};

function compress(state: Int32Array, bytes: Buffer, at: number, w: Int32Array): void {
  for (let j = 0; j < 16; j += 1) w[j] = bytes.readInt32BE(at + j * 4);
  for (let j = 16; j < 68; j += 1) {
    const x = w[j - 16]! ^ w[j - 9]! ^ turned(w[j - 3]!, 15);
    w[j] = x ^ turned(x, 15) ^ turned(x, 23) ^ turned(w[j - 13]!, 7) ^ w[j - 6]!;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let j = 0; j < 64; j += 1) {
    const a12 = turned(a, 12);
    const ss1 = turned((a12 + e + ROUNDS[j]!) | 0, 7);
    const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + (ss1 ^ a12) + (w[j]! ^ w[j + 4]!)) | 0;
    const tt2 = (gg + h + ss1 + w[j]!) | 0;
    [d, c, b, a] = [c, turned(b, 9), a, tt1];
    [h, g, f, e] = [g, turned(f, 19), e, tt2 ^ turned(tt2, 9) ^ turned(tt2, 17)];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => (state[index] = state[index]! ^ word));
}
