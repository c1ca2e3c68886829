/** What happens to a version of a catalogue, with the parameters of product.md's event bodies. */
export type CatalogueVersionEvent =
  | { type: 'create' }
  | { type: 'submit' }
  | { type: 'discard' | 'recall'; reason?: string }
  | { type: 'return'; reason?: string; points?: readonly { itemId: string; field: string }[] }
  | { type: 'concludeConfidentialityReview' | 'concludeRiskAssessment'; opinion?: string }
  | { type: 'approve'; opinion?: string; publishAt?: string; nothingPublic?: boolean }
  | { type: 'itemReopened' | 'textBarred' | 'release' | 'refuseRelease' | 'supersede' | 'revise' }
  | { type: 'suspendItem'; itemId?: string; reason?: string }
  | { type: 'takeDown'; reason?: string; texts?: 'all' | 'none' | readonly string[] };

export type CatalogueVersionEventType = CatalogueVersionEvent['type'];

/** Every parameter that some version event may carry; all optional, because a requirement names what lacks. */
export interface CatalogueVersionParameters {
  readonly type: CatalogueVersionEventType;
  readonly reason?: string;
  readonly points?: readonly { readonly itemId: string; readonly field: string }[];
  readonly publishAt?: string;
  readonly nothingPublic?: boolean;
  readonly itemId?: string;
  readonly texts?: 'all' | 'none' | readonly string[];
}
