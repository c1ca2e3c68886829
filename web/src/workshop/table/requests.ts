import { answerOf, api, surely } from '../../api/client';
import { Problem, Unreachable } from '../../api/problem';
import { writtenIn, type ContentPatch } from '../content';
import type { Held, Outcome, Transport } from './saving';

/** What somebody says about a row that leaves. */
export interface Leaving {
  readonly reason: string;
  readonly receivingBody?: string;
  readonly legalCitation?: string;
}

/** What the table asks of the server, for one version. Every change goes out again under the same key when no answer came. */
export function requestsFor(versionId: string) {
  const at = (itemId: string) => ({ versionId, itemId });

  async function textOf(itemId: string): Promise<Held> {
    const item = await answerOf(api.GET('/api/versions/{versionId}/items/{itemId}', { params: { path: at(itemId) } }));
    return { hash: item.contentHash, content: writtenIn(item)! };
  }

  async function patch(itemId: string, content: ContentPatch, contentHash: string): Promise<string> {
    const answer = await surely((key) =>
      answerOf(
        api.PATCH('/api/versions/{versionId}/items/{itemId}', {
          params: { path: at(itemId), header: { 'Idempotency-Key': key } },
          body: { content, contentHash },
        }),
      ),
    );
    return answer.contentHash!;
  }

  async function outcomeOf(itemId: string, error: unknown): Promise<Outcome> {
    if (error instanceof Unreachable) return { is: 'later' };
    if (!(error instanceof Problem) || error.code === 'session.absent') return { is: 'refused', error };
    if (error.code === 'version.contended' || error.status === 429 || error.status >= 500) return { is: 'later' };
    if (error.code !== 'text.stale') return { is: 'refused', error };
    try {
      return { is: 'stale', theirs: await textOf(itemId) };
    } catch (again) {
      return again instanceof Unreachable ? { is: 'later' } : { is: 'refused', error: again };
    }
  }

  const transport: Transport = {
    send: async (itemId, content, hash) => {
      try {
        return { is: 'saved', hash: await patch(itemId, content, hash) };
      } catch (error) {
        return outcomeOf(itemId, error);
      }
    },
  };

  /** A new row behind another one, or at the top. @returns its id and the hash of its text */
  async function create(content: ContentPatch, after: string | null, number?: string): Promise<{ id: string; hash: string }> {
    const answer = await surely((key) =>
      answerOf(
        api.POST('/api/versions/{versionId}/items', {
          params: { path: { versionId }, header: { 'Idempotency-Key': key } },
          body: { content, after, ...(number && { number }) },
        }),
      ),
    );
    return { id: answer.id!, hash: answer.contentHash! };
  }

  /** Takes a row out. @returns the hash of the removal that is to be reviewed; null when the row just went */
  async function remove(itemId: string, contentHash: string, leaving?: Leaving): Promise<string | null> {
    const answer = await surely((key) =>
      answerOf(
        api.DELETE('/api/versions/{versionId}/items/{itemId}', {
          params: { path: at(itemId), header: { 'Idempotency-Key': key } },
          body: { contentHash, ...leaving },
        }),
      ),
    );
    return answer.contentHash ?? null;
  }

  /** Puts a row behind another one, or gives it another number. */
  async function place(itemId: string, where: { after?: string | null; number?: string }): Promise<void> {
    await surely((key) =>
      answerOf(
        api.PUT('/api/versions/{versionId}/items/{itemId}/position', {
          params: { path: at(itemId), header: { 'Idempotency-Key': key } },
          body: where,
        }),
      ),
    );
  }

  /** Who acted on the row last; null when the server does not say. */
  async function lastActor(itemId: string): Promise<{ name: string; at: string } | null> {
    const query = { itemId, limit: 500 };
    const page = await answerOf(api.GET('/api/versions/{versionId}/history', { params: { path: { versionId }, query } })).catch(() => null);
    const last = page?.items.filter((event) => event.itemId === itemId).pop();
    return last?.actor ? { name: last.actor.displayName, at: last.at } : null;
  }

  return { transport, textOf, patch, create, remove, place, lastActor };
}

export type Requests = ReturnType<typeof requestsFor>;
