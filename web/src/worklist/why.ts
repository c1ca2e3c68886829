import type { Matter } from './worklist';

/** Why it is somebody's turn in a matter: the key of the words that say so. */
export function whyOf({ machine, purpose, state }: Pick<Matter, 'machine' | 'purpose' | 'state'>) {
  if (machine === 'obligation') return 'why.obligation';
  if (machine === 'progressReport') return state === 'submitted' ? 'why.receive' : 'why.report';
  if (state === 'answered') return 'why.judge';
  return purpose === 'suggestUpdate' ? 'why.suggest' : 'why.answer';
}
