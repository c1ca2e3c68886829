/** What was made or changed. */
export class IdAnswer {
  id: string;
}
