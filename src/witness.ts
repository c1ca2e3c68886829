import { decodeKey } from '../verifier/note.js';
import { keyIn, KeyFileError, publicWitnessKeyOf } from './evidence/key-file.js';
import { witnessServer } from './evidence/witness/server.js';
import { WitnessState } from './evidence/witness/state.js';
import { Witness } from './evidence/witness/witness.js';
import { say } from './greeting.js';

const USAGE = `A witness: cosigns the checkpoints of a log after it saw that its tree only grew. It runs at another place, best in another office, under a user of its own.

  MULU_WITNESS_KEY     file with its signing key (PEM, Ed25519); made when there is none
  MULU_WITNESS_NAME    under which name it is known, such as witness.example.gov.cn
  MULU_WITNESS_LOGS    public keys of the logs, separated by commas, as their key holders print them
  MULU_WITNESS_STATE   file with what it has cosigned
  MULU_WITNESS_HOST    optional: address to listen on, 127.0.0.1 unless told
  MULU_WITNESS_PORT    optional: port, 4350 unless told`;

/** Reads its variables, says its own key, and serves until it is told to stop. */
function main(): void {
  const { MULU_WITNESS_KEY: keyFile, MULU_WITNESS_NAME: name, MULU_WITNESS_LOGS: given, MULU_WITNESS_STATE: stateFile } = process.env;
  const { MULU_WITNESS_HOST: host = '127.0.0.1', MULU_WITNESS_PORT: port = '4350' } = process.env;
  const logs = (given ?? '').split(',').map((text) => decodeKey(text));
  const known = logs.filter((log) => log !== null);
  if (!keyFile || !name || /[\s+]/.test(name) || !stateFile || known.length < logs.length || !/^\d{1,5}$/.test(port)) {
    say(USAGE);
    process.exitCode = 2;
    return;
  }
  const privateKey = keyIn(keyFile);
  const state = new WitnessState(stateFile);
  const server = witnessServer(new Witness({ name, privateKey, logs: known, state }), state);
  server.listen(Number(port), host, () => {
    const address = server.address();
    say(`Checkpoints are cosigned with ${publicWitnessKeyOf(name, privateKey)}`);
    say(`Listening on ${host}:${typeof address === 'object' ? address?.port : port}`);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => server.close(() => process.exit(0)));
}

try {
  main();
} catch (error) {
  if (!(error instanceof KeyFileError) && !(error instanceof SyntaxError)) throw error;
  say(error.message);
  process.exitCode = 2;
}
