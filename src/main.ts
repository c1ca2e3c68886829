import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { keepDemoAccounts, offerSetup, seedDemo } from './access/index.js';
import { AppModule } from './app.module.js';
import {
  addressesOf,
  CheckpointClock,
  checkpointMail,
  keyIn,
  KeyFileError,
  OWN_NAME,
  ownKeyFile,
  publicKeyOf,
  publicSmKeyOf,
  smSignerIn,
  WitnessAddressError,
} from './evidence/index.js';
import { DatabaseDiffersError, requireWalls } from './deployment/guard.js';
import { deployRules, MachineChangedError, ProfileChangedError } from './deployment/rules.js';
import { demoAccounts, evaluationBanner, say, serving, setupToken } from './greeting.js';
import { ConfigError, loadConfig, type Config } from './platform/config/index.js';
import { DatabaseUnreachableError, MigrationError, openDatabase, ServerTooOldError, type OpenDatabase } from './platform/database/index.js';
import { APP_OPTIONS, configureApp, createAdapter, Metrics, type ApiMetadata } from './platform/http/index.js';
import { EmbeddedPostgresError } from './platform/postgres/index.js';

/** How long requests under way may take to end before the process stops anyway. */
const DRAIN_MS = 15_000;

/** What the build wrote about DTOs; a program run from its sources has none. */
async function apiMetadata(): Promise<ApiMetadata | undefined> {
  const file = new URL('./metadata.js', import.meta.url);
  return existsSync(file) ? ((await import(file.href)) as { default: ApiMetadata }).default : undefined;
}

async function createApp(config: Config, database: OpenDatabase): Promise<NestFastifyApplication> {
  const module = AppModule.with({ config, appUrl: database.appUrl, portalUrl: database.portalUrl });
  const app = await NestFactory.create<NestFastifyApplication>(module, createAdapter(config), APP_OPTIONS);
  await configureApp(app, config, await apiMetadata());
  return app;
}

/** The first start: demo accounts, or the one-time token with which production's administrators are named. */
async function welcome(app: NestFastifyApplication, config: Config): Promise<void> {
  const source = app.get(DataSource);
  if (config.mode === 'evaluation') {
    const accounts = await seedDemo(source, { password: config.demoPassword });
    if (!accounts) return;
    if (config.databaseUrl === undefined) keepDemoAccounts(config.dataDir, accounts);
    demoAccounts(accounts, config.demoPassword !== undefined);
  } else {
    const token = await offerSetup(source);
    if (token) setupToken(token);
  }
}

async function serve(): Promise<void> {
  const config = loadConfig();
  if (config.mode === 'evaluation') evaluationBanner();
  const database = await openDatabase(config, say, deployRules);
  let app: NestFastifyApplication;
  let signing: ((app: NestFastifyApplication) => CheckpointClock) | null;
  try {
    signing = signCheckpoints(config, database);
    await requireWalls(database.appUrl);
    app = await createApp(config, database);
    await welcome(app, config);
    await app.listen(config.port, config.host);
  } catch (error) {
    await database.close();
    throw error;
  }
  serving(await app.getUrl(), config);
  stopWith(app, database, signing?.(app) ?? null);
}

/**
 * With the embedded server the program signs its checkpoints itself; otherwise the key holder does (src/checkpointer.ts).
 * @returns what begins it, once everybody is served; keys that are not in order keep the program from that
 */
function signCheckpoints(config: Config, { checkpointerUrl }: OpenDatabase): ((app: NestFastifyApplication) => CheckpointClock) | null {
  if (checkpointerUrl === undefined) return null;
  const { dataDir, smtpUrl, mailFrom, checkpointMailTo, checkpointWitnesses } = config;
  const signer = { name: OWN_NAME, privateKey: keyIn(ownKeyFile(config)) };
  const smSigner = config.checkpointSm2Key === undefined ? null : smSignerIn(config.checkpointSm2Key, signer.name);
  const witnesses = addressesOf(checkpointWitnesses);
  return (app) => {
    say(`Checkpoints are signed with ${publicKeyOf(signer.name, signer.privateKey)} (docs/verification.md)`);
    if (smSigner) say(`Checkpoints of the second pair (国密) are signed with ${publicSmKeyOf(smSigner)}`);
    const clock = new CheckpointClock({
      url: checkpointerUrl,
      signer,
      smSigner,
      witnessFile: config.checkpointFile ?? join(dataDir, 'checkpoints.txt'),
      witnesses,
      mail: checkpointMail(smtpUrl, mailFrom, checkpointMailTo),
      contradicted: contradictions(app.get(Metrics)),
      log: say,
    });
    void clock.tick();
    return clock;
  };
}

/** What whoever watches the metrics sees of witnesses. */
function contradictions({ registry }: Metrics): (witness: string, contradicts: boolean) => void {
  const gauge = new Gauge({
    name: 'mulu_witness_contradicts',
    help: '1 while a witness has seen another log than this one: cut, set back, rewritten, or split.',
    labelNames: ['witness'] as const,
    registers: [registry],
  });
  return (witness, contradicts) => gauge.set({ witness }, contradicts ? 1 : 0);
}

/** Requests under way are answered, then the pools close, then the embedded server stops. A lost server ends the process. */
function stopWith(app: NestFastifyApplication, database: OpenDatabase, clock: CheckpointClock | null): void {
  let stopping = false;
  const stop = async (code: number, reason: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say(reason);
    setTimeout(() => process.exit(1), DRAIN_MS + 60_000).unref();
    await Promise.race([app.close(), new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref())]);
    await clock?.stop();
    await database.close();
    process.exit(code);
  };
  process.on('SIGTERM', () => void stop(0, 'SIGTERM'));
  process.on('SIGINT', () => void stop(0, 'SIGINT'));
  void database.lost.then((error) => stop(1, error.message));
}

/** These say in words what a person must change; a stack would only hide it. */
const FOR_PEOPLE = [
  ConfigError,
  DatabaseDiffersError,
  DatabaseUnreachableError,
  EmbeddedPostgresError,
  KeyFileError,
  MachineChangedError,
  MigrationError,
  ProfileChangedError,
  ServerTooOldError,
  WitnessAddressError,
];

serve().catch((error: unknown) => {
  if (FOR_PEOPLE.some((type) => error instanceof type)) say((error as Error).message);
  else console.error(error);
  process.exit(1);
});
