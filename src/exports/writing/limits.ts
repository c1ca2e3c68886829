/** What Excel holds in one cell; more is a damaged file to it. */
export const LONGEST_CELL = 32_767;
