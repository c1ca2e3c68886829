import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsOptional, IsString, MaxLength, registerDecorator } from 'class-validator';
import { findTextFault, normaliseText } from '../content/index.js';


/** Text as people write it: NFC, well-formed, without control characters or marks that turn the reading direction round. */
function IsReadable(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'matches',
      target: target.constructor,
      propertyName: propertyName as string,
      validator: {
        validate: (text: unknown) => typeof text === 'string' && !findTextFault(text),
        defaultMessage: () => '$property holds characters that cannot be seen',
      },
    });
}

/** A text of at most so many characters; what people wrote is kept in NFC. */
export const Text = (longest: number) =>
  applyDecorators(
    Transform(({ value }) => (typeof value === 'string' && value.isWellFormed() ? normaliseText(value) : value)),
    IsString(),
    MaxLength(longest),
    IsReadable(),
  );

/** A reason, an opinion, an answer: what somebody writes down with an act. */
export const Words = () => applyDecorators(IsOptional(), Text(4000));

/** A code or a document number. */
export const Code = () => applyDecorators(IsOptional(), Text(100));
