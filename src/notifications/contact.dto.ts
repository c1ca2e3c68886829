import { Type } from 'class-transformer';
import { IsIn, IsObject, IsString, Length, Matches, ValidateIf, ValidateNested } from 'class-validator';
import { MODES, type Mode } from './kinds.js';

const Named = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** What is not named stays as it is. */
export class WishesBody {
  @Named() @IsIn(MODES) catalogues?: Mode;
  @Named() @IsIn(MODES) matters?: Mode;
  @Named() @IsIn(MODES) deadlines?: Mode;
}

export class ContactBody {
  /** A bare address; null for none. */
  @ValidateIf((body: ContactBody) => body.email !== null)
  @IsString()
  @Length(3, 254)
  @Matches(/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i)
  email: string | null;

  @Named()
  @IsObject()
  @ValidateNested()
  @Type(() => WishesBody)
  wishes?: WishesBody;
}
