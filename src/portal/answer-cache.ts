import type { Answer } from './http/answer.js';

/** Answers in memory, the least recently asked for dropped first. */
export class AnswerCache {
  private readonly answers = new Map<string, Answer>();
  private bytes = 0;

  constructor(private readonly maxBytes: number) {}

  get(key: string): Answer | undefined {
    const answer = this.answers.get(key);
    if (answer) {
      this.answers.delete(key);
      this.answers.set(key, answer);
    }
    return answer;
  }

  set(key: string, answer: Answer): void {
    this.forget(key);
    if (answer.bytes.length > this.maxBytes) return;
    this.answers.set(key, answer);
    this.bytes += answer.bytes.length;
    for (const oldest of this.answers.keys()) {
      if (this.bytes <= this.maxBytes) break;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    const answer = this.answers.get(key);
    if (!answer) return;
    this.answers.delete(key);
    this.bytes -= answer.bytes.length;
  }
}
