import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength, registerDecorator } from 'class-validator';
import { IsReadable, Normalised } from '../access/index.js';
import { canonicalJson, findTextFault, NotCanonicalError } from '../content/index.js';

/** A text of at most so many characters; what people wrote is kept in NFC. */
export const Text = (longest: number) => applyDecorators(Normalised(), IsString(), MaxLength(longest), IsReadable());

/** A list of such texts. */
export const Texts = (most: number, longest: number) =>
  applyDecorators(
    Normalised(),
    IsArray(),
    ArrayMaxSize(most),
    IsString({ each: true }),
    MaxLength(longest, { each: true }),
    IsReadable({ each: true }),
  );

/** One text or a list of them. */
export function ListOrText(): PropertyDecorator {
  const isText = (text: unknown) => typeof text === 'string' && text.length <= 4000 && !findTextFault(text);
  const check = (target: object, propertyName: string | symbol) =>
    registerDecorator({
      name: 'isString',
      target: target.constructor,
      propertyName: propertyName as string,
      validator: {
        validate: (value: unknown) => (Array.isArray(value) ? value.length <= 50 && value.every(isText) : isText(value)),
        defaultMessage: () => '$property must be a text or a list of texts',
      },
    });
  return applyDecorators(Normalised(), check);
}

/** Data of a form that is kept by the hash of its canonical bytes: whole numbers, readable texts, not too much of it. */
export function IsPlainData(longest: number, holds: (value: unknown) => boolean = () => true): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isObject',
      target: target.constructor,
      propertyName: propertyName as string,
      validator: {
        validate: (value: unknown) => typeof value === 'object' && value !== null && isCanonical(value, longest) && holds(value),
        defaultMessage: () => '$property does not have the required form',
      },
    });
}

function isCanonical(value: object, longest: number): boolean {
  try {
    return canonicalJson(value).length <= longest;
  } catch (error) {
    if (error instanceof NotCanonicalError) return false;
    throw error;
  }
}

/** A reason, an opinion, an answer: what somebody writes down with an act. */
export const Words = () => applyDecorators(IsOptional(), Text(4000));

/** A code or a document number. */
export const Code = () => applyDecorators(IsOptional(), Text(100));
