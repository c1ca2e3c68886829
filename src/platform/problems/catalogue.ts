import type { Message } from './message.js';

const messages = new Map<string, Message>();

/**
 * Adds what people read for stable codes. Features call it once, when they are loaded.
 *
 * @throws Error when a code is already taken by another text: codes are stable and belong to one place
 */
export function registerMessages(more: Readonly<Record<string, Message>>): void {
  for (const [code, message] of Object.entries(more)) {
    const present = messages.get(code);
    if (present && (present.zh !== message.zh || present.en !== message.en)) throw new Error(`the message ${code} exists twice`);
    messages.set(code, message);
  }
}

export function messageFor(code: string): Message | undefined {
  return messages.get(code);
}

registerMessages({
  'request.malformed': { zh: '请求格式有误', en: 'The request is malformed' },
  'request.invalid': { zh: '请求内容不符合要求', en: 'The request does not have the required form' },
  'request.notSignedIn': { zh: '请先登录', en: 'Please sign in' },
  'request.forbidden': { zh: '没有权限执行此操作', en: 'You may not do this' },
  'request.notFound': { zh: '没有找到，或您无权查看', en: 'Not found, or not yours to read' },
  'request.methodNotAllowed': { zh: '此地址不支持该操作', en: 'This address does not support the method' },
  'request.notAcceptable': { zh: '不能以所要求的格式回答', en: 'The answer does not exist in the requested format' },
  'request.timeout': { zh: '等待请求超时', en: 'The request took too long to arrive' },
  'request.conflict': { zh: '与当前状态冲突，请刷新后重试', en: 'This conflicts with the current state; refresh and try again' },
  'request.gone': { zh: '已不再提供', en: 'No longer available' },
  'request.tooLarge': { zh: '内容过大', en: 'The content is too large' },
  'request.uriTooLong': { zh: '地址过长', en: 'The address is too long' },
  'request.unsupportedType': { zh: '不支持这种内容类型', en: 'This content type is not supported' },
  'request.misdirected': { zh: '此服务不使用该主机名', en: 'This server does not answer to that host name' },
  'request.unmet': { zh: '条件尚未满足', en: 'Requirements are not met' },
  'request.tooMany': { zh: '请求过于频繁，请稍后再试', en: 'Too many requests; try again later' },
  'request.headersTooLarge': { zh: '请求头过大', en: 'The request headers are too large' },
  'request.refused': { zh: '请求被拒绝', en: 'The request was refused' },
  'origin.refused': { zh: '拒绝来自其他网站的修改请求', en: 'Changes requested from another site are refused' },
  'precondition.required': { zh: '缺少前提条件', en: 'A precondition is missing' },
  'precondition.idempotencyKey': { zh: '缺少 Idempotency-Key 请求头', en: 'The header Idempotency-Key is missing' },
  'precondition.ifMatch': { zh: '缺少 If-Match 请求头', en: 'The header If-Match is missing' },
  'precondition.stale': { zh: '内容已被他人更新，请刷新后重试', en: 'It has changed since you read it; refresh and try again' },
  'idempotencyKey.malformed': {
    zh: 'Idempotency-Key 须为 1 至 200 个可见 ASCII 字符',
    en: 'Idempotency-Key must be 1 to 200 visible ASCII characters',
  },
  'ifMatch.malformed': { zh: 'If-Match 须为一个版本的 ETag', en: 'If-Match must be the ETag of one version' },
  'server.defect': { zh: '系统内部错误，已记录，编号 {id}', en: 'An internal error; it was recorded as {id}' },
  'server.outdated': {
    zh: '系统正在升级，本次操作未执行，请稍后重试',
    en: 'The system is being upgraded; nothing was done, try again later',
  },
  'server.unavailable': { zh: '服务暂时不可用，请稍后重试', en: 'The service is unavailable at the moment; try again later' },
});

/** The code of a refusal that says only its HTTP status. */
const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'request.malformed',
  401: 'request.notSignedIn',
  403: 'request.forbidden',
  404: 'request.notFound',
  405: 'request.methodNotAllowed',
  406: 'request.notAcceptable',
  408: 'request.timeout',
  409: 'request.conflict',
  410: 'request.gone',
  412: 'precondition.stale',
  413: 'request.tooLarge',
  414: 'request.uriTooLong',
  415: 'request.unsupportedType',
  421: 'request.misdirected',
  422: 'request.unmet',
  428: 'precondition.required',
  429: 'request.tooMany',
  431: 'request.headersTooLarge',
  500: 'server.defect',
  503: 'server.unavailable',
};

export function codeOfStatus(status: number): string {
  return CODE_OF_STATUS[status] ?? (status >= 500 ? 'server.defect' : 'request.refused');
}
