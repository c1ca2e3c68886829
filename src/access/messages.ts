import { registerMessages } from '../platform/problems/index.js';

/** What people read when something here is refused, by code. The database raises the same codes. */
registerMessages({
  'session.absent': { zh: '请先登录', en: 'Please sign in' },
  'session.refused': { zh: '用户名或密码不正确', en: 'The user name or the password is not right' },
  'session.throttled': { zh: '尝试次数过多，请在 {seconds} 秒后重试', en: 'Too many attempts; try again in {seconds} seconds' },
  'session.passwordDue': { zh: '请先修改密码', en: 'Please change your password first' },
  'password.unfit': { zh: '新密码不符合要求', en: 'The new password does not meet the requirements' },
  'password.currentWrong': { zh: '现密码不正确', en: 'The present password is not right' },
  'role.missing': { zh: '您没有执行此操作的角色', en: 'You do not hold the role for this' },
  'account.absent': { zh: '没有这个账户', en: 'There is no such account' },
  'account.own': { zh: '不能对自己的账户执行此操作', en: 'You cannot do this to your own account' },
  'account.usernameTaken': { zh: '用户名已被使用', en: 'The user name is taken' },
  'appointment.absent': { zh: '没有这项任职', en: 'There is no such appointment' },
  'appointment.own': { zh: '不能授予或撤销自己的任职', en: 'Nobody grants or revokes their own appointments' },
  'appointment.incompatible': {
    zh: '系统管理员、安全管理员、审计管理员与业务角色互斥，任期不得重叠',
    en: 'The three administrators exclude each other and every business role for overlapping periods',
  },
  'appointment.inThePast': { zh: '任期不得从过去开始', en: 'An appointment does not begin in the past' },
  'appointment.endsBeforeStart': { zh: '任期结束须晚于开始', en: 'An appointment ends after it begins' },
  'appointment.principalLacksRole': {
    zh: '被代理人在此范围内并未亲自担任该角色',
    en: 'The principal does not hold this role here in person',
  },
  'appointment.revokedBefore': { zh: '此任职已被撤销', en: 'The appointment was revoked before' },
  'organization.absent': { zh: '没有这个机构', en: 'There is no such body' },
  'organization.exists': { zh: '该行政区已有同名机构', en: 'The region has a body of this name' },
  'region.absent': { zh: '没有这个行政区', en: 'There is no such region' },
  'idempotencyKey.reused': {
    zh: '此 Idempotency-Key 已用于另一个请求',
    en: 'The Idempotency-Key was used for another request',
  },
  'setup.done': { zh: '系统已完成初始设置', en: 'The installation is set up already' },
  'setup.tokenRefused': { zh: '设置口令无效或已过期', en: 'The set-up token is wrong, spent or too old' },
});
