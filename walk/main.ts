import { readFileSync } from 'node:fs';
import { annex2 } from './annex2.js';
import { changzhi } from './changzhi/index.js';
import { FetchVisitor } from './fetch-visitor.js';
import { StoryBroken } from './story.js';
import type { House } from './visitor.js';

/** `npm run walk`: the main job, told step by step against a running server. */
const origin = process.env.WALK_URL ?? 'http://127.0.0.1:3000';
const password = process.env.MULU_DEMO_PASSWORD;

const NO_PASSWORD = `演练须以演示账户登录，请设置它们的口令：
The walk signs in as the demo accounts; say what their password is:

  MULU_DEMO_PASSWORD='…' npm start        （首次启动时 · at the very first start）
  MULU_DEMO_PASSWORD='…' npm run walk     （另一终端 · in another terminal）

若数据文件夹已有随机口令的账户，请换一个：MULU_DATA_DIR=./data-walk
Where a data folder has accounts with random passwords already, take another one: MULU_DATA_DIR=./data-walk
另一地址的服务 · a server elsewhere: WALK_URL=https://…`;

function running(secret: string): House {
  return {
    citizen: FetchVisitor.citizen(origin),
    signIn: (username) => FetchVisitor.signIn(origin, username, secret),
    fixture: (name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(`../../test/fixtures/${name}`, import.meta.url))) }),
    say: (line) => void process.stdout.write(`${line}\n`),
  };
}

/** What went wrong, for the person at the terminal. */
function explain(error: unknown): string {
  const { message, cause } = error as Error & { cause?: { code?: string } };
  if (cause?.code === 'ECONNREFUSED') return `${origin} 没有应答，请先 npm start。 Nobody answers there: npm start first.`;
  return error instanceof StoryBroken ? `  ✗  ${message}` : message;
}

async function walk(): Promise<number> {
  if (!password) {
    process.stderr.write(`${NO_PASSWORD}\n`);
    return 2;
  }
  const house = running(password);
  const steps = (await changzhi(house)) + (await annex2(house));
  house.say(`\n走通：${steps} 步 · walked: ${steps} steps`);
  return 0;
}

walk().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`\n${explain(error)}\n`);
    process.exitCode = 1;
  },
);
