import { spansOf, type TextDetector } from '../hint.js';

const PATTERN = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][ ·•]?[A-Z0-9]{5,6}(?![A-Za-z0-9])/g;

export const plate: TextDetector = {
  code: 'personal.plate',
  kind: 'personalData',
  message: { zh: '疑似机动车号牌', en: 'Looks like a vehicle plate' },
  // A plate always holds a digit; five letters after a province's character are an abbreviation.
  find: (text) =>
    spansOf(
      text,
      PATTERN,
      (plateNumber) => /\d/.test(plateNumber),
      (plateNumber) => `${plateNumber.slice(0, 2)}*****`,
    ),
};
