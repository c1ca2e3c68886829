import { Injectable } from '@nestjs/common';
import { NOTHING_WRITTEN } from '../catalogues/index.js';
import { refuse } from '../commands/index.js';
import { ProblemError } from '../platform/problems/index.js';
import type { ExportQuery } from './exports.dto.js';
import type { ExportedVersionView } from './exports.views.js';
import type { Attachment } from './attachment.js';
import { reviewForm } from './forms/review-form.js';
import { reviewRegister } from './forms/register.js';
import { say } from './forms/words.js';
import { Signatures } from './reads/signatures.reads.js';
import { VersionTexts, type ReadableItem, type ReadableVersion } from './reads/version-texts.reads.js';
import { publicPreview, publicTable, workingTable, type VersionTable } from './table/version-table.js';
import { LONGEST_CELL } from './writing/limits.js';
import { WritingRoom } from './writing/writing-room.js';

/** The tab of a catalogue's workbook. */
const SHEET = '目录';

/** What the form of a purged text says in its place; who signed, and the hash, stay. */
const PURGED_TEXT = { content: { ...NOTHING_WRITTEN, path: [say('purged')] } };

/** The papers of a version: its table, the form of one item, the register of all. */
@Injectable()
export class Exports {
  constructor(
    private readonly texts: VersionTexts,
    private readonly signatures: Signatures,
    private readonly room: WritingRoom,
  ) {}

  /** @throws ProblemError 401, 404, 422 when a cell is too long for Excel */
  async table(token: string | null, versionId: string, { format, audience = 'internal' }: ExportQuery): Promise<Attachment> {
    const version = await this.texts.version(token, versionId);
    const plainName = `catalogue-v${version.loaded.version.number}${audience === 'public' ? '-public' : ''}`;
    const { table, view } = audience === 'public' ? await this.forThePublic(version) : await this.forWork(version, format === 'xlsx');
    const { heading, table: cells, fileName: name } = table();
    if (format === 'json') return { name, plainName, kind: format, bytes: JSON.stringify(view()) };
    if (format === 'docx') {
      const blocks = [...heading.lines.map((text) => ({ kind: 'line', text }) as const), { kind: 'table', table: cells } as const];
      const paper = { title: heading.title, landscape: true, blocks };
      return { name, plainName, kind: format, bytes: await this.room.write({ format, paper }) };
    }
    if (cells.rows.some((row) => row.some(({ text }) => text.length > LONGEST_CELL))) {
      throw new ProblemError({ status: 422, code: 'export.cellTooLong' });
    }
    return { name, plainName, kind: format, bytes: await this.room.write({ format, sheets: [{ name: SHEET, heading, table: cells }] }) };
  }

  /** @throws ProblemError 401, 404, 403 for a text that is sealed or not the reader's */
  async form(token: string | null, versionId: string, itemId: string): Promise<Attachment> {
    const version = await this.texts.version(token, versionId);
    const [item] = await this.texts.items(version, itemId);
    if (!item) throw refuse.absent();
    const text = item.purged ? PURGED_TEXT : item.text;
    if (!text) throw item.sealed ? refuse.sealed() : new ProblemError({ status: 403, code: 'text.unreadable' });
    const signatures = (await this.signatures.of(version, [item])).get(item.id) ?? [];
    const acts = await this.signatures.ofVersion(version);
    const paper = reviewForm({ version, item: { ...item, text }, signatures, ...acts, now: new Date() });
    const { title, number } = version.loaded.version;
    return {
      name: say('form.file', { title, version: number, number: item.number || String(item.row) }),
      plainName: `review-form-${item.id}`,
      kind: 'docx',
      bytes: await this.room.write({ format: 'docx', paper }),
    };
  }

  /** @throws ProblemError 401, 404 */
  async register(token: string | null, versionId: string): Promise<Attachment> {
    const version = await this.texts.version(token, versionId);
    const items = await this.texts.items(version);
    const [signatures, { approved }, published] = await Promise.all([
      this.signatures.of(version, items),
      this.signatures.ofVersion(version),
      this.texts.published(version),
    ]);
    const shown = new Set(published?.map(({ id }) => id));
    const paper = reviewRegister({ version, items, signatures, approved, shown, now: new Date() });
    const { title, number } = version.loaded.version;
    return {
      name: say('register.file', { title, version: number }),
      plainName: `review-register-v${number}`,
      kind: 'docx',
      bytes: await this.room.write({ format: 'docx', paper }),
    };
  }

  private async forWork(version: ReadableVersion, whole: boolean): Promise<Forms> {
    const items = await this.texts.items(version);
    return {
      table: () => workingTable(version, items, whole),
      view: () => ({
        ...frame(version),
        items: items.map(({ id, number, state, contentHash, purged, text }: ReadableItem) => ({
          id,
          number,
          state,
          contentHash,
          ...(purged && { purged }),
          content: (text?.content ?? null) as Record<string, unknown> | null,
          ...(text?.removal && { removal: { ...text.removal } }),
        })),
      }),
    };
  }

  private async forThePublic(version: ReadableVersion): Promise<Forms> {
    const items = (await this.texts.published(version)) ?? publicPreview(version, await this.texts.items(version));
    return {
      table: () =>
        publicTable(
          version,
          items.map(({ content }) => content),
        ),
      view: () => ({
        ...frame(version),
        items: items.map(({ id, content }, i) => ({ id, number: String(i + 1), content: { ...content } })),
      }),
    };
  }
}

/** The same items as a table and as JSON. */
interface Forms {
  readonly table: () => VersionTable;
  readonly view: () => ExportedVersionView;
}

function frame({ loaded, organization }: ReadableVersion): Omit<ExportedVersionView, 'items'> {
  const { id, title, number, state } = loaded.version;
  return { id, title, organization, version: number, state };
}
