import { Type } from 'class-transformer';
import { IsDefined, IsString, Matches, ValidateNested } from 'class-validator';
import { TOKEN_PATTERN } from '../session/token.js';
import { DisplayName, NewUsername, TypedPassword } from '../validators.js';

export class FirstAdministrator {
  @NewUsername()
  username: string;

  @DisplayName()
  displayName: string;

  @TypedPassword()
  password: string;
}

const Administrator = (): PropertyDecorator => (target, name) => {
  for (const decorate of [IsDefined(), ValidateNested(), Type(() => FirstAdministrator)]) decorate(target, name);
};

/** The set-up token and three different people, one for each administrator's role. */
export class SetupBody {
  @IsString()
  @Matches(TOKEN_PATTERN)
  token: string;

  @Administrator()
  systemAdministrator: FirstAdministrator;

  @Administrator()
  securityAdministrator: FirstAdministrator;

  @Administrator()
  auditAdministrator: FirstAdministrator;
}
