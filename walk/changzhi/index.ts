import { everybodySignsIn, type Scene } from '../cast.js';
import { Citizen } from '../citizen.js';
import { Story } from '../story.js';
import type { House } from '../visitor.js';
import { respondingToALeak, scheduling } from './afterwards.js';
import { compiling } from './compiling.js';
import { readingAsCitizen, revising } from './publishing.js';
import { approving, assessing, reviewing } from './reviewing.js';

const CHANGZHI = '140400';

/**
 * The main job on the real catalogue of 长治市教育局: from a messy file to a public page, each item signed, revised,
 * released by the clock, barred and taken down. Answers how many steps it took.
 */
export async function changzhi(house: House): Promise<number> {
  const story = new Story((line) => house.say(line));
  const cast = await everybodySignsIn(house, story);
  const title = `长治市教育局主动公开事项目录（演练 ${new Date().toISOString()}）`;
  const catalogue = await cast.compiler.createsCatalogue('长治市教育局', 'SX-CZ', title);
  const scene: Scene = { house, story, cast, catalogue };
  const citizen = new Citizen(house.citizen, story);

  const first = await compiling(scene);
  await reviewing(scene, first);
  await assessing(scene, first);
  await approving(scene, first);
  await readingAsCitizen(scene, citizen, first);
  const second = await revising(scene, citizen, first);
  const third = await scheduling(scene, citizen, second);
  await respondingToALeak(scene, citizen, CHANGZHI, [first, second, third]);
  return story.length;
}
