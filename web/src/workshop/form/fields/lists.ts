/** The list with one entry replaced, moved or taken out. */
export function replacedAt<T>(list: readonly T[], index: number, by: T): T[] {
  return list.map((entry, i) => (i === index ? by : entry));
}

export function movedTo<T>(list: readonly T[], from: number, to: number): T[] {
  const next = list.filter((_, i) => i !== from);
  next.splice(to, 0, list[from]!);
  return next;
}

export function without<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, i) => i !== index);
}
