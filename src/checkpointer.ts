import { CheckpointClock } from './evidence/checkpoint-clock.js';
import { keyIn, KeyFileError, publicKeyOf } from './evidence/key-file.js';
import { checkpointMail } from './evidence/mail-sender.js';
import { publicSmKeyOf, smSignerIn } from './evidence/sm/key-file.js';
import { addressesOf, WitnessAddressError } from './evidence/witness/addresses.js';
import { say } from './greeting.js';

const USAGE = `The key holder: signs a checkpoint of all logs every minute and at each publication. It runs apart from the application, under a user of its own.

  MULU_CHECKPOINTER_URL   the login mulu_checkpointer
  MULU_CHECKPOINT_KEY     file with the signing key (PEM, Ed25519); made when there is none
  MULU_CHECKPOINT_NAME    under which name the logs are known, such as mulu.example.gov.cn/log
  MULU_CHECKPOINT_FILE    optional: a file on another mount to which every checkpoint is appended
  MULU_CHECKPOINT_SM2_KEY optional: file with a key of SM2 (PEM), for a second pair of SM3 and SM2; made when there is none
  MULU_CHECKPOINT_WITNESSES  optional: who is asked to cosign, address and key with a space between them, separated by commas
  MULU_CHECKPOINT_MAIL_TO optional: address to which checkpoints are sent; needs MULU_SMTP_URL and MULU_MAIL_FROM`;

/** Reads its variables, says whose key it signs with, and signs until it is told to stop. */
function main(): void {
  const {
    MULU_CHECKPOINTER_URL: url,
    MULU_CHECKPOINT_KEY: keyFile,
    MULU_CHECKPOINT_NAME: name,
    MULU_CHECKPOINT_FILE: witnessFile,
    MULU_CHECKPOINT_SM2_KEY: smKeyFile,
    MULU_CHECKPOINT_WITNESSES: witnesses = '',
    MULU_CHECKPOINT_MAIL_TO: mailTo,
    MULU_SMTP_URL: smtpUrl,
    MULU_MAIL_FROM: mailFrom,
  } = process.env;
  const mail = checkpointMail(smtpUrl, mailFrom, mailTo);
  if (!url || !keyFile || !name || /[\s+]/.test(name) || (mailTo && !mail)) {
    say(USAGE);
    process.exitCode = 2;
    return;
  }
  const privateKey = keyIn(keyFile);
  const smSigner = smKeyFile ? smSignerIn(smKeyFile, name) : null;
  say(`Checkpoints are signed with ${publicKeyOf(name, privateKey)}`);
  if (smSigner) say(`Checkpoints of the second pair (国密) are signed with ${publicSmKeyOf(smSigner)}`);
  const asked = addressesOf(witnesses.split(',').filter((text) => text.trim() !== ''));
  const clock = new CheckpointClock({ url, signer: { name, privateKey }, smSigner, witnessFile, witnesses: asked, mail, log: say });
  void clock.tick();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void clock.stop().then(() => process.exit(0)));
}

try {
  main();
} catch (error) {
  if (!(error instanceof KeyFileError) && !(error instanceof WitnessAddressError)) throw error;
  say(error.message);
  process.exitCode = 2;
}
