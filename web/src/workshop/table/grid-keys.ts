/** What a key does in the table, besides moving about. */
export type GridAction = 'shiftUp' | 'shiftDown' | 'undo' | 'redo' | 'all' | 'form' | 'enter' | 'clear';

/** The action that a key of the table stands for; undefined for any other key. */
export function actionOf(event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): GridAction | undefined {
  const { key, altKey, shiftKey } = event;
  const command = event.ctrlKey || event.metaKey;
  if (altKey && key === 'ArrowUp') return 'shiftUp';
  if (altKey && key === 'ArrowDown') return 'shiftDown';
  if (key === 'Enter') return altKey || command ? 'form' : 'enter';
  if (key === 'F2') return 'enter';
  if (key === 'Delete' || key === 'Backspace') return 'clear';
  if (!command) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  if (letter === 'y') return 'redo';
  return letter === 'a' ? 'all' : undefined;
}
