/** Where I am reached, and whether this installation sends anything there. */
export class ContactView {
  email: string | null;
  mail: boolean;
}
