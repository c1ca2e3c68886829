/** An address of the API with those parameters that are given. */
export function withQuery(path: string, query: object): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '');
  return `${path}?${new URLSearchParams(given).toString()}`;
}
