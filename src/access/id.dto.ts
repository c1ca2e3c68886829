import { Id } from './validators.js';

/** The `:id` of a path. */
export class IdParameter {
  @Id()
  id: string;
}
