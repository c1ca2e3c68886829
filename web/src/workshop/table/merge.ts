/**
 * How many rows each cell of the path levels spans: neighbouring rows share the cell of a level when their paths agree down to it. The last
 * level of both stays apart, so that two rows with the same name are seen to be two.
 * @returns for each row, for each level: 1 or more, or 0 where the cell above covers it
 */
export function spansOf(paths: readonly (readonly string[])[], levels: number): number[][] {
  const spans = paths.map(() => Array<number>(levels).fill(1));
  for (let level = 0; level < levels; level += 1) {
    let top = 0;
    for (let row = 1; row < paths.length; row += 1) {
      if (!shares(paths[row - 1]!, paths[row]!, level)) {
        top = row;
        continue;
      }
      spans[row]![level] = 0;
      spans[top]![level]! += 1;
    }
  }
  return spans;
}

function shares(above: readonly string[], below: readonly string[], level: number): boolean {
  if (level >= above.length || level >= below.length) return false;
  if (level === above.length - 1 && level === below.length - 1) return false;
  for (let i = 0; i <= level; i += 1) if (above[i] !== below[i]) return false;
  return true;
}
