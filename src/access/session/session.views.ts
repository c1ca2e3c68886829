import type { RoleName } from '../roles.js';

export class SignedInUser {
  id: string;
  username: string;
  displayName: string;
  /** Nothing else is allowed before the password is changed. */
  mustChangePassword: boolean;
}

export class DeputyOf {
  id: string;
  displayName: string;
}

/** One live appointment. */
export class HeldAppointmentView {
  id: string;
  role: RoleName;
  organizationId: string | null;
  organizationName: string | null;
  regionCode: string | null;
  regionName: string | null;
  onBehalfOf: DeputyOf | null;
  endsAt: string | null;
}

/** Who am I, what may I act as, and what kind of installation is this. */
export class SessionView {
  user: SignedInUser;
  appointments: HeldAppointmentView[];
  expiresAt: string;
  mode: 'evaluation' | 'production';
}
