import { AUDIENCE_NAMES, CHANNEL_NAMES, EFFECT_LEVEL_NAMES } from '../content/index.js';
import type { Language, Message } from '../platform/problems/index.js';
import { labelNow, PILOT_FIELDS, type PilotField } from '../pilots/index.js';
import { GROUNDS, type Profile } from '../profiles/index.js';
import type { FieldView, LabelledCode, ProfileSummary, ProfileView } from './profile.views.js';

export function profileSummary({ id, version, name, source }: Profile, language: Language): ProfileSummary {
  return { id, version, name: name[language], ...source };
}

/** The rules in the words of one language; the form's own headers stay as the notice prints them. */
export function profileView(profile: Profile, language: Language): ProfileView {
  return {
    ...profileSummary(profile, language),
    columns: [...profile.columns]
      .sort((one, other) => one.order - other.order)
      .map(({ key, header, group, order, visibility, optional }) => ({
        key,
        header,
        ...(group !== undefined && { group }),
        order,
        visibility,
        ...(optional && { optional }),
      })),
    requiredElements: [...profile.requiredElements],
    internalFields: [...profile.internalFields],
    constantMethod: profile.constants.method ?? null,
    hazardQuestions: profile.hazardQuestions.map(({ code, source, question }) => ({ code, source, question: question[language] })),
    grounds: profile.withholdGrounds.map((code) => {
      const { citation, name, events } = GROUNDS[code];
      return { code, citation, title: `${citation}：${name[language]}`, events: [...events] };
    }),
    channels: labelled(CHANNEL_NAMES, language),
    audiences: labelled(AUDIENCE_NAMES, language),
    effectLevels: labelled(EFFECT_LEVEL_NAMES, language),
    fields: usesFields(profile) ? PILOT_FIELDS.all.map((field) => fieldView(field, language)) : [],
    channelAliases: profile.channelAliases,
    audienceAliases: profile.audienceAliases,
    effectLevelAliases: profile.effectLevelAliases,
    categoryAliases: profile.categoryAliases,
    methodAliases: profile.methodAliases,
    smallBody: profile.smallBody,
  };
}

/** Whether an item under these rules may say its field: the form has a column for it, or the public is told. */
function usesFields({ columns, publicFields }: Profile): boolean {
  return publicFields.includes('field') || columns.some(({ key }) => key === 'field');
}

export function fieldView(field: PilotField, language: Language): FieldView {
  const label = labelNow(field);
  const earlier = field.labels.map(({ zh }) => zh).filter((zh) => zh !== label.zh);
  return { code: field.code, label: label.zh, name: label[language], earlier, aliases: [...field.aliases] };
}

function labelled(names: Readonly<Record<string, Message>>, language: Language): LabelledCode[] {
  return Object.entries(names).map(([code, name]) => ({ code, label: name[language] }));
}
