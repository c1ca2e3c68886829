import { IsString, Length, Matches, ValidateIf } from 'class-validator';

export class ContactBody {
  /** A bare address; null for none. */
  @ValidateIf((body: ContactBody) => body.email !== null)
  @IsString()
  @Length(3, 254)
  @Matches(/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i)
  email: string | null;
}
