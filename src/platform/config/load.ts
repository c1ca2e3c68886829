import { validateSync } from 'class-validator';
import { Config } from './config.js';
import { nearest } from './nearest.js';
import { checkTogether } from './together.js';
import { variables, type Kind, type VariableRow } from './variable.js';

/** The environment is not a valid configuration; the message names every fault, one a line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const SWITCH: Readonly<Record<string, boolean>> = { yes: true, true: true, '1': true, no: false, false: false, '0': false };

/** A text that does not fit its kind stays what it is, so that the validator of the field refuses it. */
const READ: Readonly<Record<Kind, (text: string) => unknown>> = {
  text: (text) => text,
  integer: (text) => (/^\d{1,15}$/.test(text) ? Number(text) : text),
  switch: (text) => SWITCH[text.toLowerCase()] ?? text,
  list: (text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
};

/** Names that begin with MULU_ and mean nothing: a typo in a security setting must not pass unnoticed. */
function unknownNames(env: Environment): string[] {
  const known = variables().map((row) => row.name);
  return Object.keys(env)
    .filter((name) => name.startsWith('MULU_') && !known.includes(name))
    .map((name) => `${name} is not a variable of Mulu. Did you mean ${nearest(name, known)}?`);
}

function read(row: VariableRow, env: Environment): unknown {
  const set = env[row.name];
  const text = set === undefined || set === '' ? row.default : set; // an empty variable counts as not set
  return text === undefined ? undefined : READ[row.kind](text);
}

/**
 * Reads the configuration from the environment.
 *
 * @throws ConfigError with every fault at once; values of variables that hold passwords are not repeated in it
 */
export function loadConfig(env: Environment = process.env): Config {
  const config = Object.assign(new Config(), Object.fromEntries(variables().map((row) => [row.field, read(row, env)])));
  const names = new Map(variables().map((row) => [row.field, row.name]));
  const faults = [
    ...unknownNames(env),
    // Of several broken rules the one written first says it best: "must be an integer" before "must not be less than 0".
    ...validateSync(config, { forbidUnknownValues: true }).map((error) =>
      (Object.values(error.constraints ?? {}).at(-1) ?? '').replace(error.property, names.get(error.property) ?? ''),
    ),
  ];
  if (faults.length === 0) faults.push(...checkTogether(config));
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(config);
}
