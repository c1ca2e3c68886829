import { applyDecorators } from '@nestjs/common';
import { IsISO8601, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { IsReadable, Normalised } from './readable.js';

/** A name that somebody types to sign in: anything a text field gives; whether it exists is not said here. */
export const TypedUsername = () => applyDecorators(IsString(), Length(1, 100));

/** A password as typed. Its quality is judged elsewhere, and only when it is new. */
export const TypedPassword = () => applyDecorators(IsString(), Length(1, 256));

/** A name for a new account: 2–63 of a–z, 0–9, dot, dash, underline, in any case (stored in lower case). */
export const NewUsername = () => applyDecorators(IsString(), Matches(/^[a-z0-9][a-z0-9._-]{1,62}$/i));

/** A person's name in any script: on one line, without what nobody can see, because papers and screens repeat it. */
export const DisplayName = () => applyDecorators(Normalised(), IsString(), Length(1, 100), Matches(/^\S(.*\S)?$/u), IsReadable());

export const Id = () => applyDecorators(IsUUID());

export const OptionalId = () => applyDecorators(IsOptional(), IsUUID());

export const RegionCode = () => applyDecorators(IsString(), Matches(/^\d{6}(\d{3}){0,2}$/));

/** A moment with its offset, such as 2026-11-21T09:00:00+08:00. */
export const OptionalMoment = () => applyDecorators(IsOptional(), IsISO8601({ strict: true }), Matches(/T.*(Z|[+-]\d\d:\d\d)$/));
