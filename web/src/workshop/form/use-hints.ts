import { computed, type Ref } from 'vue';
import type { Item } from '../../version/item';
import type { ContentField } from '../content';
import type { Checked, Hint } from './checks';
import { fieldOfPath } from './fields-of';

/** Hints of the text that is being typed; what was dismissed of them is known for the saved text, and so are repairs of the import. */
export function useHints(item: Ref<Item | null>, checked: Ref<Checked | null>) {
  const hints = computed<Hint[]>(() => {
    const saved = item.value?.hints ?? [];
    const now = checked.value?.hints ?? saved.filter(({ kind }) => kind !== 'repair');
    const dismissed = new Map(saved.map((hint) => [hint.id, hint.dismissedBy]));
    return [
      ...saved.filter(({ kind }) => kind === 'repair'),
      ...now.map((hint) => ({ ...hint, dismissedBy: dismissed.get(hint.id) ?? [] })),
    ];
  });

  function hintsOf(one: ContentField): Hint[] {
    return hints.value.filter((hint) =>
      hint.field ? fieldOfPath(hint.field) === one : (hint.fields ?? []).some((name) => fieldOfPath(name) === one),
    );
  }

  /** The first one with a suggestion that nobody has answered. */
  function firstSuggestion(): Hint | undefined {
    return hints.value.find((hint) => hint.suggestion && !hint.dismissedBy.includes('compiler'));
  }

  return { hints, hintsOf, firstSuggestion };
}
