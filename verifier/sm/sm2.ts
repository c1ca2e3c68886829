import { sm3 } from './sm3.js';

/**
 * SM2 signatures (GB/T 32918.2-2016) on the recommended curve (GB/T 32918.5-2017) with the default identity: what is signed is SM3 over Z_A and the message.
 * A public key is x ‖ y, a signature r ‖ s, each number 32 bytes. Plain arithmetic, in no constant time: for verifying, and for signing with made-up keys.
 */
const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const A = P - 3n;
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const G: Point = [
  0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
  1n,
];
const IDENTITY = Buffer.from('1234567812345678');
const BYTES = 32;

/** x / z² and y / z³; z is 0 at infinity. */
type Point = readonly [x: bigint, y: bigint, z: bigint];
const INFINITY: Point = [1n, 1n, 0n];

const mod = (value: bigint, modulus = P): bigint => ((value % modulus) + modulus) % modulus;
const numberOf = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);
const bytesOf = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(BYTES * 2, '0'), 'hex');
const halves = (bytes: Buffer): [bigint, bigint] => [numberOf(bytes.subarray(0, BYTES)), numberOf(bytes.subarray(BYTES))];

function inverse(value: bigint, modulus: bigint): bigint {
  let [one, other, x, y] = [mod(value, modulus), modulus, 1n, 0n];
  while (one > 1n) {
    const times = one / other;
    [one, other] = [other, one % other];
    [x, y] = [y, x - times * y];
  }
  return mod(x, modulus);
}

function doubled([x, y, z]: Point): Point {
  if (z === 0n || y === 0n) return INFINITY;
  const yy = mod(y * y);
  const s = mod(4n * x * yy);
  const zz = mod(z * z);
  const m = mod(3n * (x - zz) * (x + zz)); // 3x² + az⁴, for a is -3
  const x3 = mod(m * m - 2n * s);
  return [x3, mod(m * (s - x3) - 8n * yy * yy), mod(2n * y * z)];
}

function sum(one: Point, other: Point): Point {
  if (one[2] === 0n) return other;
  if (other[2] === 0n) return one;
  const [zz1, zz2] = [mod(one[2] * one[2]), mod(other[2] * other[2])];
  const [u1, u2] = [mod(one[0] * zz2), mod(other[0] * zz1)];
  const [s1, s2] = [mod(one[1] * zz2 * other[2]), mod(other[1] * zz1 * one[2])];
  if (u1 === u2) return s1 === s2 ? doubled(one) : INFINITY;
  const [h, r] = [mod(u2 - u1), mod(s2 - s1)];
  const hh = mod(h * h);
  const hhh = mod(h * hh);
  const v = mod(u1 * hh);
  const x3 = mod(r * r - hhh - 2n * v);
  return [x3, mod(r * (v - x3) - s1 * hhh), mod(h * one[2] * other[2])];
}

function times(point: Point, factor: bigint): Point {
  let result = INFINITY;
  for (const bit of factor.toString(2)) {
    result = doubled(result);
    if (bit === '1') result = sum(result, point);
  }
  return result;
}

function affine([x, y, z]: Point): readonly [bigint, bigint] {
  const i = inverse(z, P);
  return [mod(x * i * i), mod(y * i * i * i)];
}

/** Whether these 64 bytes are a point of the curve. */
export function isSm2Key(publicKey: Buffer): boolean {
  if (publicKey.length !== 2 * BYTES) return false;
  const [x, y] = halves(publicKey);
  return x < P && y < P && mod(y * y - (x * x + A) * x - B) === 0n;
}

/** What is signed: SM3 over Z_A (the identity, the curve and the key) and the message. */
export function sm2Digest(publicKey: Buffer, message: Uint8Array): Buffer {
  const bits = Buffer.alloc(2);
  bits.writeUInt16BE(IDENTITY.length * 8);
  const identity = sm3(bits, IDENTITY, bytesOf(A), bytesOf(B), bytesOf(G[0]), bytesOf(G[1]), publicKey);
  return sm3(identity, message);
}

export function sm2Verifies(publicKey: Buffer, message: Uint8Array, signature: Buffer): boolean {
  if (!isSm2Key(publicKey) || signature.length !== 2 * BYTES) return false;
  const [r, s] = halves(signature);
  const t = mod(r + s, N);
  if (r === 0n || s === 0n || r >= N || s >= N || t === 0n) return false;
  const [x, y] = halves(publicKey);
  const point = sum(times(G, s), times([x, y, 1n], t));
  return point[2] !== 0n && mod(numberOf(sm2Digest(publicKey, message)) + affine(point)[0], N) === r;
}

/** The key that belongs to a private one. Null where the number is none. */
export function sm2KeyOf(privateKey: Buffer): Buffer | null {
  const d = numberOf(privateKey);
  if (privateKey.length !== BYTES || d < 1n || d > N - 2n) return null;
  return Buffer.concat(affine(times(G, d)).map(bytesOf));
}

/** @param nonce thirty-two bytes that nobody can guess, and never twice the same. Null for one in 2¹²⁸ that does not do: take another */
export function sm2Signature(privateKey: Buffer, message: Uint8Array, nonce: Buffer): Buffer | null {
  const [d, k, publicKey] = [numberOf(privateKey), numberOf(nonce), sm2KeyOf(privateKey)];
  if (!publicKey || k < 1n || k >= N) return null;
  const r = mod(numberOf(sm2Digest(publicKey, message)) + affine(times(G, k))[0], N);
  const s = mod(inverse(1n + d, N) * (k - r * d), N);
  return r === 0n || r + k === N || s === 0n ? null : Buffer.concat([bytesOf(r), bytesOf(s)]);
}
