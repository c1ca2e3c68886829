/** Symbol fonts draw boxes with private codes: what the Wingdings family shows, as the characters people type. */
const SYMBOLS: Readonly<Record<string, string>> = {
  'wingdings:fe': '☑',
  'wingdings:fd': '☒',
  'wingdings:fc': '✓',
  'wingdings:a8': '□',
  'wingdings:6f': '□',
  'wingdings:6e': '■',
  'wingdings:6c': '●',
  'wingdings 2:52': '☑',
  'wingdings 2:50': '✓',
  'wingdings 2:a3': '□',
  'wingdings 2:54': '☒',
  'symbol:b7': '●',
};

/** @param code hexadecimal, with or without the F0 of the private area */
export function symbolOf(font: string, code: string): string {
  const short = code.toLowerCase().replace(/^f0/, '');
  return SYMBOLS[`${font.toLowerCase()}:${short}`] ?? '';
}
