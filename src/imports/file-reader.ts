import { Injectable } from '@nestjs/common';
import { ProblemError } from '../platform/problems/index.js';
import { Config } from '../platform/config/index.js';
import type { Profile } from '../profiles/index.js';
import { ImportRefusal, READING_LIMITS, readInChild, type ImportReading } from './reading/index.js';

/** Reads a file in a capped child process; a refusal becomes a problem document in the reader's language. */
@Injectable()
export class FileReader {
  constructor(private readonly config: Config) {}

  /** @throws ProblemError 4xx, or 503 when too many files are being read */
  async read(bytes: Buffer, fileName: string, profile: Profile): Promise<ImportReading> {
    try {
      return await readInChild(bytes, fileName, profile, { ...READING_LIMITS, maxBytes: this.config.importMaxBytes });
    } catch (error) {
      if (!(error instanceof ImportRefusal)) throw error;
      const { status, code, text, detail } = error;
      throw new ProblemError({ status, code, title: text, ...(detail && { detail }), cause: error });
    }
  }
}
