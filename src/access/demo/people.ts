import type { RoleName } from '../roles.js';

/** Bodies of the evaluation mode, beside the region tree of the migrations. */
export const DEMO_ORGANIZATIONS = [
  { name: '长治市教育局', kind: 'department', region: '140400' },
  { name: '长治市人民政府办公室', kind: 'leadingGroupOffice', region: '140400' },
  { name: '山西省教育厅', kind: 'department', region: '140000' },
  { name: '内蒙古自治区教育厅', kind: 'department', region: '150000' },
  { name: '内蒙古自治区政务服务与数据管理局', kind: 'leadingGroupOffice', region: '150000' },
  { name: '呼和浩特市教育局', kind: 'department', region: '150100' },
  { name: '通辽市教育局', kind: 'department', region: '150500' },
  { name: '新城区教育局', kind: 'department', region: '150102' },
  { name: '开鲁县教育局', kind: 'department', region: '150523' },
] as const;

type BodyName = (typeof DEMO_ORGANIZATIONS)[number]['name'];

/** Where a role is held: at bodies, over regions, or (administrators) over the installation. */
interface DemoPerson {
  readonly username: string;
  readonly displayName: string;
  readonly role: RoleName;
  readonly bodies?: readonly BodyName[];
  readonly regions?: readonly string[];
}

const BOTH: readonly BodyName[] = ['长治市教育局', '内蒙古自治区教育厅'];
const EVERYWHERE = ['140000', '150000'];

/**
 * One account per role, two where a second pair of hands is needed, an officer of another body, and the people of a league-city and a banner-county
 * below it.
 */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { username: 'compiler', displayName: '编制人甲', role: 'compiler', bodies: BOTH },
  { username: 'compiler2', displayName: '编制人乙', role: 'compiler', bodies: BOTH },
  { username: 'officer', displayName: '保密审查员甲', role: 'confidentialityOfficer', bodies: BOTH },
  { username: 'officer2', displayName: '保密审查员乙', role: 'confidentialityOfficer', bodies: BOTH },
  { username: 'assessor', displayName: '风险评估员', role: 'riskAssessor', bodies: BOTH },
  { username: 'leader', displayName: '部门负责人', role: 'departmentLeader', bodies: BOTH },
  { username: 'office', displayName: '领导小组办公室', role: 'leadingGroupOffice', regions: EVERYWHERE },
  { username: 'auditor', displayName: '审计员', role: 'auditor', regions: EVERYWHERE },
  { username: 'sysadmin', displayName: '系统管理员', role: 'systemAdministrator' },
  { username: 'secadmin', displayName: '安全管理员', role: 'securityAdministrator' },
  { username: 'auditadmin', displayName: '审计管理员', role: 'auditAdministrator' },
  { username: 'office.hohhot', displayName: '呼和浩特市办公室', role: 'leadingGroupOffice', regions: ['150100'] },
  { username: 'compiler.xincheng', displayName: '新城区编制人', role: 'compiler', bodies: ['新城区教育局'] },
  { username: 'officer.xincheng', displayName: '新城区保密审查员', role: 'confidentialityOfficer', bodies: ['新城区教育局'] },
  { username: 'leader.xincheng', displayName: '新城区负责人', role: 'departmentLeader', bodies: ['新城区教育局'] },
  { username: 'stranger', displayName: '外单位保密审查员', role: 'confidentialityOfficer', bodies: ['呼和浩特市教育局'] },
];
