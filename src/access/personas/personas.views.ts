import type { RoleName } from '../roles.js';

/** A demo account whose part a visitor may take. */
export class PersonaView {
  username: string;
  displayName: string;
  role: RoleName;
  /** What the role is called, in the reader's language. */
  roleLabel: string;
  /** The bodies and regions where the role is held; none for an administrator. */
  organizations: string[];
}

export class PersonaListView {
  items: PersonaView[];
}
