/** Text for people, Chinese first and English second. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}
