import { shallowRef } from 'vue';
import { answerOf, api } from '../api/client';
import { Problem } from '../api/problem';
import type { components } from '../api/schema';

export type Persona = components['schemas']['PersonaView'];

const personas = shallowRef<readonly Persona[] | null>(null);

/** The parts that a visitor of the evaluation mode may take; none anywhere else. */
export function usePersonas() {
  if (personas.value === null) void load();
  return personas;
}

async function load(): Promise<void> {
  try {
    personas.value = (await answerOf(api.GET('/api/personas'))).items;
  } catch (error) {
    if (error instanceof Problem) personas.value = [];
  }
}
