import pg from 'pg';

const CHANNEL = 'mulu_checkpoint';

/** Hears when something became public (migrations/0024), over a connection of its own. One that was cut is opened again at the next look. */
export class Waker {
  private client: pg.Client | null = null;

  constructor(
    private readonly url: string,
    private readonly woken: () => void,
  ) {}

  /** Listens, unless it does already. */
  async listen(): Promise<void> {
    if (this.client) return;
    const client = new pg.Client({ connectionString: this.url, application_name: 'mulu checkpointer (listening)', keepAlive: true });
    this.client = client;
    const lost = () => {
      if (this.client === client) this.client = null;
    };
    client.on('notification', this.woken).on('error', lost).on('end', lost);
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch (error) {
      lost();
      await client.end().catch(() => undefined); // it may never have been connected
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.client?.end();
  }
}
