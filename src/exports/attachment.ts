import type { FastifyReply } from 'fastify';

export const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
} as const;
export type FileKind = keyof typeof MEDIA_TYPES;

/** A file to be kept by whoever asked, and by nobody on the way. */
export interface Attachment {
  /** Without its ending; any characters. */
  readonly name: string;
  /** For clients that know only ASCII. */
  readonly plainName: string;
  readonly kind: FileKind;
  readonly bytes: Buffer | string;
}

/** Sends a file under its Chinese name (RFC 6266, RFC 8187). */
export function sendAttachment(reply: FastifyReply, { name, plainName, kind, bytes }: Attachment): FastifyReply {
  const full = encodeURIComponent(`${fileName(name)}.${kind}`).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return reply
    .header('content-type', MEDIA_TYPES[kind])
    .header('content-disposition', `attachment; filename="${plainName}.${kind}"; filename*=UTF-8''${full}`)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(bytes);
}

/** Without what some file system refuses or reads as a folder; never so long that none takes it. */
function fileName(name: string): string {
  const plain = name
    .replace(/[\\/:*?"<>|\p{C}]/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .trim();
  return Array.from(plain).slice(0, 70).join('') || 'export';
}
