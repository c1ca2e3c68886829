/** The notice that a list of rules comes from. */
export interface NoticeSource {
  readonly issuer: string;
  readonly notice: string;
  readonly documentNumber?: string;
}

/** Collects what is wrong with a file of rules, so that its author sees every fault at once. */
export class Faults {
  readonly list: string[] = [];

  /**
   * Reads JSON of unknown origin and answers it once `check` found no fault in it.
   * @throws Error naming the origin and every fault at once
   */
  static read<T>(text: string, origin: string, check: (value: unknown, faults: Faults) => void): T {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw new Error(`${origin} is not JSON: ${(error as Error).message}`, { cause: error });
    }
    const faults = new Faults();
    check(value, faults);
    if (faults.list.length > 0) throw new Error(`${origin} is not valid:\n${faults.list.map((fault) => `  - ${fault}`).join('\n')}`);
    return value as T;
  }

  add(path: string, fault: string): void {
    this.list.push(`${path} ${fault}`);
  }

  /** The object itself, with its unknown and missing keys noted; undefined when it is no object. */
  object(value: unknown, path: string, required: readonly string[], optional: readonly string[] = []): Record<string, unknown> | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.add(path, 'must be an object');
      return undefined;
    }
    for (const key of Object.keys(value)) if (!required.includes(key) && !optional.includes(key)) this.add(`${path}.${key}`, 'is not known');
    for (const key of required) if (!Object.hasOwn(value, key)) this.add(`${path}.${key}`, 'is missing');
    return value as Record<string, unknown>;
  }

  source(value: unknown, path: string): void {
    const source = this.object(value, path, ['issuer', 'notice'], ['documentNumber']);
    for (const key of ['issuer', 'notice', 'documentNumber']) this.text(source?.[key], `${path}.${key}`);
  }

  array(value: unknown, path: string): readonly unknown[] {
    if (Array.isArray(value)) return value as readonly unknown[];
    if (value !== undefined) this.add(path, 'must be a list');
    return [];
  }

  text(value: unknown, path: string): void {
    if (value === undefined) return;
    if (typeof value !== 'string' || value.trim() === '' || value.trim() !== value) this.add(path, 'must be text without spaces around it');
  }

  /** @param nullable null says "none is set" */
  integer(value: unknown, path: string, minimum: number, nullable = false): void {
    if (value === undefined || (nullable && value === null)) return;
    if (!Number.isSafeInteger(value) || (value as number) < minimum) this.add(path, `must be an integer from ${minimum}`);
  }

  boolean(value: unknown, path: string): void {
    if (value !== undefined && typeof value !== 'boolean') this.add(path, 'must be true or false');
  }

  oneOf(value: unknown, path: string, codes: readonly string[]): void {
    if (value !== undefined && !codes.includes(value as string)) this.add(path, `must be one of ${codes.join(', ')}`);
  }

  /** A list of codes, none of them twice. */
  codes(value: unknown, path: string, codes: readonly string[]): void {
    const list = this.array(value, path);
    list.forEach((code, i) => this.oneOf(code, `${path}[${i}]`, codes));
    if (new Set(list).size !== list.length) this.add(path, 'names something twice');
  }

  message(value: unknown, path: string): void {
    if (value === undefined) return;
    const message = this.object(value, path, ['zh', 'en']);
    this.text(message?.['zh'], `${path}.zh`);
    this.text(message?.['en'], `${path}.en`);
  }

  /** Wording in a file → code. */
  aliases(value: unknown, path: string, codes: readonly string[]): void {
    if (value === undefined) return;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.add(path, 'must be an object');
      return;
    }
    for (const [wording, code] of Object.entries(value)) {
      if (wording === '' || /\s/u.test(wording)) this.add(`${path}.${wording}`, 'is compared without spaces, so it must hold none');
      this.oneOf(code, `${path}.${wording}`, codes);
    }
  }
}
