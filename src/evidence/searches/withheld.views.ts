import { ApiProperty } from '@nestjs/swagger';
import { CountedView, GroundReference } from './decisions.views.js';
import { WITHHOLDING } from './withheld.dto.js';

export class GroundCountView extends CountedView {
  /** Null: withheld by a determination. */
  ground: GroundReference | null;
  @ApiProperty({ enum: WITHHOLDING })
  kind: (typeof WITHHOLDING)[number];
}

export class WithheldCountsView {
  total: CountedView;
  /** By ground and kind, the most frequent first. */
  grounds: GroundCountView[];
}
