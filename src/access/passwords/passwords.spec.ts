import { sessionCookie } from '../session/session.cookie.js';
import { Gate, GateFullError } from './gate.js';
import { unmetPasswordRequirements } from './policy.js';
import { deriveKey, newCredentials, type Kdf } from './scrypt.js';

const CHEAP: Kdf = { name: 'scrypt', N: 16, r: 1, p: 1 };

describe('a password’s key', () => {
  it('is the same for the same characters typed differently, and differs by salt', async () => {
    const salt = Buffer.alloc(16);
    expect(await deriveKey('é１２', salt, CHEAP)).toEqual(await deriveKey('e\u030112', salt, CHEAP));
    expect(await deriveKey('one', salt, CHEAP)).not.toEqual(await deriveKey('one', Buffer.alloc(16, 1), CHEAP));
  });

  it('comes with a fresh salt each time', async () => {
    const [one, two] = await Promise.all([newCredentials('same', CHEAP), newCredentials('same', CHEAP)]);
    expect(one.salt).not.toEqual(two.salt);
    expect(one.verifier).not.toEqual(two.verifier);
  });
});

describe('the gate', () => {
  it('lets so many in at once, so many wait, and refuses the rest', async () => {
    const gate = new Gate(2, 1);
    const leave: (() => void)[] = [];
    const work = () => new Promise<void>((done) => leave.push(done));
    const inside = [gate.pass(work), gate.pass(work), gate.pass(work)];
    await expect(gate.pass(work)).rejects.toThrow(GateFullError);
    expect(leave).toHaveLength(2);
    leave[0]!();
    await inside[0];
    await new Promise(setImmediate);
    expect(leave).toHaveLength(3);
    leave.slice(1).forEach((done) => done());
    await Promise.all(inside);
    await gate.pass(async () => undefined);
  });

  it('is free again after a failure', async () => {
    const gate = new Gate(1, 0);
    await expect(gate.pass(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await gate.pass(async () => 'through')).toBe('through');
  });
});

it.each([
  ['a good one', 'correct horse battery', []],
  ['too short', 'c0rrect', ['passwordLongEnough']],
  ['one letter', 'aaaaaaaaaaaaaaaa', ['passwordVaried']],
  ['the name in it', 'my-Officer-password', ['passwordNotUsername']],
  ['the old one', 'the former phrase', ['passwordNew']],
])('a new password: %s', (_what, password, lacks) => {
  const unmet = unmetPasswordRequirements({ password, username: 'officer', previous: 'the former phrase' });
  expect(unmet.map((requirement) => requirement.id)).toEqual(lacks);
});

it('the cookie is bound to host and TLS by its name, except on plain HTTP', () => {
  const strict = { path: '/', httpOnly: true, sameSite: 'strict' };
  expect(sessionCookie(true)).toEqual({ name: '__Host-mulu', options: { ...strict, secure: true } });
  expect(sessionCookie(false)).toEqual({ name: 'mulu', options: { ...strict, secure: false } });
});
