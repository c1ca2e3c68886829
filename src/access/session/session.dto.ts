import { TypedPassword, TypedUsername } from '../validators.js';

export class SignInBody {
  @TypedUsername()
  username: string;

  @TypedPassword()
  password: string;
}

export class ChangePasswordBody {
  @TypedPassword()
  currentPassword: string;

  @TypedPassword()
  newPassword: string;
}
