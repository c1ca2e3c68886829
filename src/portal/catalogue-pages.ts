import { Injectable } from '@nestjs/common';
import { ProblemError } from '../platform/problems/index.js';
import { AnswerCache } from './answer-cache.js';
import { CatalogueReads, type Edition, type Shown } from './catalogue.reads.js';
import { answerOf, JSON_TYPE, jsonAnswer, toKeep, type Answer } from './http/answer.js';
import type { Reader } from './http/reader.js';
import type { ListedCatalogue, PublicDocument } from './public-document.js';
import { Renderer } from './renderer.js';
import { shortReceipt } from './views/receipt.js';
import { tableOf } from './views/table.js';

/** A catalogue whose latest published version was taken down: its page is a notice. */
export class TakenDown extends ProblemError {
  constructor(readonly catalogue: ListedCatalogue) {
    super({ status: 410, code: 'catalogue.takenDown' });
  }
}

const MEMORY_BYTES = 32 * 1024 * 1024;

function variantOf(reader: Reader | 'json'): string {
  return reader === 'json' ? reader : `${reader.language}${reader.chosen ? '!' : ''}`;
}

/** A published text never changes, so its bytes are kept under what they depend on: the version, the items that are hidden, the checkpoint that covers it. */
function keyOf({ versionId, hidden, receipt }: Shown, variant: string): string {
  return `${versionId} ${variant} ${hidden} ${receipt?.note ?? ''}`;
}

/** The pages of catalogues, made once and kept. */
@Injectable()
export class CataloguePages {
  private readonly kept = new AnswerCache(MEMORY_BYTES);

  constructor(
    private readonly reads: CatalogueReads,
    private readonly renderer: Renderer,
  ) {}

  /**
   * What is public of a catalogue at this moment.
   * @throws ProblemError 404 when nothing of it was ever published, TakenDown (410)
   */
  async current(id: string, reader: Reader | 'json'): Promise<Answer> {
    const shown = await this.reads.shown(id);
    if (!shown) throw await this.absence(id);
    return this.kept.get(keyOf(shown, variantOf(reader))) ?? this.make(id, reader);
  }

  /**
   * What proves that the publication happened, and of which bytes.
   * @throws ProblemError 404 when nothing is published or no checkpoint covers it yet, TakenDown (410)
   */
  async receipt(id: string): Promise<Answer> {
    const shown = await this.reads.shown(id);
    if (!shown) throw await this.absence(id);
    const receipt = shown.receipt && (await this.reads.receipt(id));
    if (!receipt) throw new ProblemError({ status: 404, code: 'receipt.notYet' });
    return jsonAnswer(receipt);
  }

  private async make(id: string, reader: Reader | 'json'): Promise<Answer> {
    const edition = await this.reads.edition(id);
    if (!edition) throw await this.absence(id); // taken down between the two looks
    const answer = await toKeep(reader === 'json' ? answerOf(edition.document, JSON_TYPE) : this.render(edition, reader));
    this.kept.set(keyOf(edition, variantOf(reader)), answer);
    return answer;
  }

  private render({ document, regionName, receipt }: Edition, reader: Reader): Answer {
    const catalogue = JSON.parse(document.toString('utf8')) as PublicDocument;
    const path = `/open/catalogues/${catalogue.id}`;
    return this.renderer.page('catalogue', reader, {
      title: `${catalogue.title} – ${catalogue.organization.name}`,
      path,
      json: `${path}.json`,
      catalogue,
      regionName,
      wide: true,
      receipt: receipt && shortReceipt(receipt, `${path}/receipt`),
      table: tableOf(catalogue.items, reader.language),
    });
  }

  private async absence(id: string): Promise<ProblemError> {
    const listed = await this.reads.listed(id);
    return listed?.state === 'takenDown' ? new TakenDown(listed) : new ProblemError({ status: 404, code: 'catalogue.notPublished' });
  }
}
