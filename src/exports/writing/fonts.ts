/** A font of official documents for Chinese, and a usual one for what is Latin. */
const font = (name: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: name });

/** Fonts of official documents (GB/T 9704). Where a computer lacks one, the font table names another that every computer has. */
export const TITLE = font('方正小标宋简体');
export const HEAD = font('黑体');
export const BODY = font('仿宋_GB2312');

const ALTERNATIVES = [
  ['方正小标宋简体', 'SimHei'],
  ['黑体', 'SimHei'],
  ['仿宋_GB2312', 'FangSong'],
] as const;

/** The part word/fontTable.xml. */
export const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${ALTERNATIVES.map(
  ([name, other]) =>
    `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
).join('')}</w:fonts>`;
