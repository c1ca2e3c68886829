import { Transform } from 'class-transformer';
import { registerDecorator } from 'class-validator';
import { findTextFault, normaliseText } from '../content/index.js';

/** Text as people write it: NFC, well-formed, without control characters or marks that turn the reading direction round. */
export function IsReadable({ each = false } = {}): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'matches',
      target: target.constructor,
      propertyName: propertyName as string,
      options: { each },
      validator: {
        validate: (text: unknown) => typeof text === 'string' && !findTextFault(text),
        defaultMessage: () => '$property holds characters that cannot be seen',
      },
    });
}

function normalised(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalised);
  return typeof value === 'string' && value.isWellFormed() ? normaliseText(value) : value;
}

/** Keeps what people wrote in NFC, without blanks around it. */
export const Normalised = () => Transform(({ value }) => normalised(value));
