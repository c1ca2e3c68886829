import { isDeepStrictEqual } from 'node:util';
import type { Answer } from './visitor.js';

/** Something was not as the story says. The message tells what was done, what was expected and what came. */
export class StoryBroken extends Error {
  override readonly name = 'StoryBroken';
}

/** Tells what is done, in Chinese and English, and stops at the first thing that is not as expected. */
export class Story {
  private steps = 0;

  constructor(private readonly say: (line: string) => void) {}

  get length(): number {
    return this.steps;
  }

  chapter(title: string): void {
    this.say(`\n── ${title} ${'─'.repeat(Math.max(2, 60 - title.length))}`);
  }

  /** One request and the status it must have. */
  async step<Body>(what: string, expected: number, ask: () => Promise<Answer<Body>>): Promise<Answer<Body>> {
    const answer = await ask();
    this.steps += 1;
    if (answer.status !== expected) {
      throw new StoryBroken(`${what}: expected ${expected}, got ${answer.status}\n${answer.text.slice(0, 2000)}`);
    }
    this.say(`  ${answer.status}  ${what}`);
    return answer;
  }

  /** A statement about what was seen. */
  holds(what: string, seen: unknown, expected: unknown = true): void {
    if (!isDeepStrictEqual(seen, expected)) {
      throw new StoryBroken(`${what}: expected ${JSON.stringify(expected)}, saw ${JSON.stringify(seen)}`);
    }
    this.say(`    ✓  ${what}`);
  }
}
