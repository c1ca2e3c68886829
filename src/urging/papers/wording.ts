import { fill, type MessageParameters } from '../../platform/problems/index.js';

/** Everything that the papers of a notice say by themselves. They are in Chinese for every reader. */
const WORDING = {
  'kind.rectification': '督办通知',
  'kind.suggestUpdate': '征询意见通知',
  'record.rectification': '督办事项办理单',
  'record.suggestUpdate': '征询意见办理单',
  file: '{kind}（{organization}：{title}）',
  office: '{region}领导小组办公室',

  'notice.to': '{organization}：',
  'notice.about': '本通知涉及任务：{task}，完成期限{dueOn}。',
  'notice.requirements': '具体要求如下：',
  'notice.requirement': '{number}．{text}',
  'notice.due': '请于{dueOn}前（含当日）书面答复。{computation}',
  'notice.moved': '答复期限现为{dueOn}。{computation}{reason}',
  'notice.movedBecause': '变更理由：{reason}',
  'notice.withdrawn': '（本通知已于{time}撤回。理由：{reason}）',
  'notice.made': '本件按系统内已发出的通知生成。发出人：{person}；发出时间：{time}；日志第 {seq} 号，校验码 {hash}。',

  'due.fixed': '该日不是工作日（{why}），期限不顺延。',
  'due.rule': '该期限自{from}起算，当日不计，为第{days}个工作日',
  'due.skipped': '其间{days}不计入',
  'due.weekends': '周六、周日共{count}天',
  'due.holiday': '{name}放假{days}',
  'due.moved': '{days}调休上班，计入',
  'due.span': '{first}至{last}',
  'due.provisional': '{years}年的放假安排尚未录入，期限为暂定，录入后重新推算。',
  weekend: '周末',

  'record.subject': '事由',
  'record.number': '文号',
  'record.body': '承办单位',
  'record.office': '下达办公室',
  'record.task': '涉及任务',
  'record.issued': '下达时间',
  'record.due': '答复期限',
  'record.state': '办理状态',
  'record.text': '通知内容',
  'record.requirements': '办理要求',
  'record.past': '一、办理经过',
  'record.step': '环节',
  'record.words': '内容',
  'record.person': '办理人',
  'record.time': '时间',
  'record.log': '记录',
  'record.logValue': '日志第 {seq} 号\n{hash}',
  'record.conclusion': '二、办理结论',
  'record.result': '结论',
  'record.answered': '答复日期',
  'record.answer': '最后一次答复',
  'record.opinion': '办公室意见',
  'record.signer': '核定人',
  'record.concluded': '核定时间',
  'record.noOpinion': '未附意见',
  'record.pending': '未办理',
  'record.onTime': '{date}（按期）',
  'record.late': '{date}（逾期）',
  'record.dueMoved': '{dueOn}\n（原为{before}）',
  'record.extended': '期限由{before}改为{dueOn}',
  'record.made': '本单按系统内的办理记录生成，未经办理的栏目注明“未办理”。生成时间：{time}',
  person: '{name}\n{role}',
  behalf: '{name}（代 {principal}）',
  system: '系统',
  blank: '—',
} as const;
export type WordingKey = keyof typeof WORDING;

export const say = (key: WordingKey, parameters?: MessageParameters): string => fill(WORDING[key], parameters);

const STATES: Readonly<Record<string, string>> = {
  issued: '待答复',
  overdue: '逾期未答复',
  answered: '已答复，待核定',
  accepted: '已办结',
  withdrawn: '已撤回',
};
const STEPS: Readonly<Record<string, string>> = {
  issue: '下达',
  answer: '答复',
  return: '退回重新答复',
  accept: '认可办结',
  extend: '延长期限',
  recompute: '期限重新推算',
  fallOverdue: '到期未答复',
  escalate: '逾期上报',
  withdraw: '撤回',
};
const ROLES: Readonly<Record<string, string>> = { compiler: '编制人', departmentLeader: '部门负责人', givingOffice: '下达办公室' };

export const stateName = (state: string): string => STATES[state] ?? state;
/** Null for a step of which a paper does not tell. */
export const stepName = (type: string): string | null => STEPS[type] ?? null;
export const roleName = (role: string): string => ROLES[role] ?? role;
