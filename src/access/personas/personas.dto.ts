import { TypedUsername } from '../validators.js';

export class PersonaBody {
  @TypedUsername()
  username: string;
}
