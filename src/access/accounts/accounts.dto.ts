import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../../platform/paging.dto.js';
import { DisplayName, NewUsername, TypedPassword } from '../validators.js';

export class AccountsQuery extends PageQuery {
  /** Part of the user name or the display name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class NewAccountBody {
  @NewUsername()
  username: string;

  @DisplayName()
  displayName: string;

  /** For the first sign-in only, which must replace it. */
  @TypedPassword()
  password: string;
}

export class ResetPasswordBody {
  @TypedPassword()
  password: string;
}

export class ActiveBody {
  @IsBoolean()
  active: boolean;
}
