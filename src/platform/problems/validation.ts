import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { Message } from './message.js';
import { ProblemError, type FieldFault } from './problem-error.js';

/** What the commonest rules of class-validator say in Chinese; its own English sentence stands beside. */
const CHINESE: Readonly<Record<string, string>> = {
  whitelistValidation: '不允许有此字段',
  isString: '须为文本',
  isInt: '须为整数',
  isNumber: '须为数字',
  isBoolean: '须为 true 或 false',
  isArray: '须为列表',
  isObject: '须为对象',
  isUuid: '须为 UUID',
  isIn: '不是允许的取值',
  isEnum: '不是允许的取值',
  isNotEmpty: '不能为空',
  isDefined: '不能缺少',
  isISO8601: '须为 ISO 8601 时间',
  minLength: '太短',
  maxLength: '太长',
  isLength: '长度不符合要求',
  min: '太小',
  max: '太大',
  matches: '格式不符合要求',
  arrayMaxSize: '项数过多',
  arrayMinSize: '项数过少',
};

function faultsOf(error: ValidationError, above = ''): FieldFault[] {
  const field = above ? `${above}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([rule, said]) => {
    const message: Message = { zh: CHINESE[rule] ?? '不符合要求', en: said };
    return { field, rule, message };
  });
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, field))];
}

/**
 * The pipe in front of every handler: unknown fields are refused (never silently dropped), all faults are named at once with
 * 400 `request.invalid`, and the values themselves are not repeated.
 */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new ProblemError({ status: 400, code: 'request.invalid', errors: errors.flatMap((error) => faultsOf(error)) }),
  });
}
