import type { ItemContent } from '../item-content.js';

export interface TextField {
  readonly field: string;
  readonly text: string;
}

/** Every text of an item with the name of its field, in the form's order; internal ones too, for they can leak as well. */
export function textFields(content: ItemContent): readonly TextField[] {
  const fields: TextField[] = [];
  const add = (field: string, text: string | undefined): void => {
    if (text) fields.push({ field, text });
  };
  content.path.forEach((level, i) => add(`path[${i}]`, level));
  content.elements.forEach((element, i) => add(`elements[${i}]`, element));
  content.bases.forEach((basis, i) => {
    add(`bases[${i}].title`, basis.title);
    add(`bases[${i}].documentNumber`, basis.documentNumber);
    add(`bases[${i}].effectLevel.raw`, basis.effectLevel?.raw);
    basis.clauses.forEach((clause, j) => {
      add(`bases[${i}].clauses[${j}].article`, clause.article);
      add(`bases[${i}].clauses[${j}].text`, clause.text);
    });
  });
  add('timeLimit.text', content.timeLimit?.text);
  content.disclosingBodies.forEach((body, i) => add(`disclosingBodies[${i}].text`, body.text));
  content.channels.forEach((channel, i) => add(`channels[${i}].note`, channel.note));
  content.audience?.groups?.forEach((group, i) => add(`audience.groups[${i}]`, group));
  add('field', content.field);
  add('responsibleOffice', content.responsibleOffice);
  add('duty', content.duty);
  return fields;
}
