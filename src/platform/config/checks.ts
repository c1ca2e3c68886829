import { accessSync, constants } from 'node:fs';
import { ValidateBy, buildMessage, type ValidationOptions } from 'class-validator';
import { decodeKey } from '../../../verifier/note.js';
import { decodeSmKey } from '../../../verifier/sm/key.js';
import { entryOf } from '../outward/index.js';

function check(name: string, valid: (value: string) => boolean, says: string, options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name,
      validator: {
        validate: (value) => typeof value === 'string' && valid(value),
        defaultMessage: buildMessage((each) => `${each}$property ${says}`, options),
      },
    },
    options,
  );
}

function parsed(value: string): URL | undefined {
  try {
    return new URL(value);
  } catch {
    return undefined;
  }
}

/** `postgres://user:password@host/database`. */
export const IsDatabaseUrl = (): PropertyDecorator =>
  check(
    'isDatabaseUrl',
    (value) => {
      const url = parsed(value);
      return !!url && /^postgres(ql)?:$/.test(url.protocol) && url.username !== '' && url.pathname.length > 1;
    },
    'must be postgres://user:password@host:port/database',
  );

/** `https://host[:port]`, nothing after it. */
export const IsOrigin = (): PropertyDecorator =>
  check(
    'isOrigin',
    (value) => {
      const url = parsed(value);
      return !!url && /^https?:$/.test(url.protocol) && url.origin === value;
    },
    'must be an origin such as https://mulu.example.gov.cn, without a path',
  );

export const IsReadableFile = (): PropertyDecorator =>
  check(
    'isReadableFile',
    (value) => {
      try {
        accessSync(value, constants.R_OK);
        return true;
      } catch {
        return false;
      }
    },
    'must be a file that can be read',
  );

/** `smtp[s]://[user:password@]host[:port]`, nothing after it. */
export const IsSmtpUrl = (): PropertyDecorator =>
  check(
    'isSmtpUrl',
    (value) => {
      const url = parsed(value);
      return !!url && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && /^\/?$/.test(url.pathname) && url.search + url.hash === '';
    },
    'must be smtp://host:port or smtps://user:password@host:port',
  );

/** A bare address, no name before it. */
export const IsMailAddress = (): PropertyDecorator =>
  check(
    'isMailAddress',
    (value) => value.length <= 254 && /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+$/.test(value),
    'must be an address such as mulu@example.gov.cn',
  );

/** Each `http[s]://host[:port][/path][?query]`, nothing else in it. */
export const AreWebhookUrls = (): PropertyDecorator =>
  check(
    'areWebhookUrls',
    (value) => {
      const url = parsed(value);
      return !!url && /^https?:$/.test(url.protocol) && url.username + url.password + url.hash === '';
    },
    'must be https://host/path or http://host/path, without a user or a password',
    { each: true },
  );

/** Each `name+id+base64`, whose id is its own. */
export const AreLogKeys = (): PropertyDecorator =>
  check(
    'areLogKeys',
    (value) => (decodeKey(value) ?? decodeSmKey(value)) !== null,
    'must be a public key such as mulu.example/log+1a2b3c4d+AbCd…',
    { each: true },
  );

/** Each a name, an address, or a network such as `10.20.0.0/16`. */
export const AreAllowedHosts = (): PropertyDecorator =>
  check(
    'areAllowedHosts',
    (value) => entryOf(value) !== null,
    'must be the name of a host, an address, or a network such as 10.20.0.0/16; no wildcard, no port',
    { each: true },
  );
