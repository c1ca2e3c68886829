import { computed, ref, shallowRef } from 'vue';
import { answerOf, api, onExpired } from '../api/client';
import { Problem } from '../api/problem';
import type { components } from '../api/schema';

export type Session = components['schemas']['SessionView'];

const current = shallowRef<Session | null>(null);
const asked = ref(false);
const expired = ref(false);
let answerExpiry: ((signedIn: boolean) => void)[] = [];

/** Who is at the desk; null when nobody is, or before `recall` has asked. */
export const session = computed(() => current.value);

/** The session ran out while somebody worked: the page stays, a dialog asks for the password. */
export const sessionExpired = computed(() => expired.value);

/** Asks the server once who is signed in. */
export async function recallSession(): Promise<Session | null> {
  if (asked.value) return current.value;
  try {
    current.value = await answerOf(api.GET('/api/session'));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    current.value = null;
  }
  asked.value = true;
  return current.value;
}

/** @throws Problem 401 when name and password do not fit, 429 after too many tries */
export async function signIn(username: string, password: string): Promise<void> {
  enter(await answerOf(api.POST('/api/session', { body: { username, password } })));
}

/** The evaluation mode lets a visitor take another part with one click. */
export async function takePart(username: string): Promise<void> {
  enter(await answerOf(api.POST('/api/session/persona', { body: { username } })));
}

/** @throws Problem 422 when the new password will not do */
export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  enter(await answerOf(api.PUT('/api/session/password', { body: { currentPassword, newPassword } })));
}

export async function signOut(): Promise<void> {
  await api.DELETE('/api/session');
  current.value = null;
}

function enter(answer: Session): void {
  const whoWorked = current.value?.user.id;
  current.value = answer;
  asked.value = true;
  if (!expired.value) return;
  expired.value = false;
  // What waits is the work of the one whose session ran out; nobody else may send it.
  settle(answer.user.id === whoWorked);
}

function settle(signedIn: boolean): void {
  const waiting = answerExpiry;
  answerExpiry = [];
  waiting.forEach((answer) => answer(signedIn));
}

/** Gives up what waited for the sign-in. */
export function leaveExpired(): void {
  expired.value = false;
  current.value = null;
  settle(false);
}

onExpired(() => {
  if (!current.value) return Promise.resolve(false);
  expired.value = true;
  return new Promise((resolve) => answerExpiry.push(resolve));
});

export type RoleCode = Session['appointments'][number]['role'];

/** Whether one holds the role anywhere: enough for what the navigation shows; what one may do is the server's to say. */
export function holds(...roles: RoleCode[]): boolean {
  return current.value?.appointments.some((held) => roles.includes(held.role)) ?? false;
}
