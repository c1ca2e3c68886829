import type { components } from '../api/schema';

type Schemas = components['schemas'];

export type Moment = Schemas['ReplayView'];
export type RowThen = Schemas['ReplayedItemView'];
export type Tick = Schemas['TickView'];
export type Kinds = Schemas['ReplayKindsView'];
export type ItemThen = Schemas['ItemView'];
export type PublicThen = Schemas['PublicThenView'];
export type MomentDiff = Schemas['ReplayDiffView'];
export type WantedThen = Schemas['RequirementsThenView'];
