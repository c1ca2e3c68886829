import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toDirectedGraph, type DirectedGraphEdge, type DirectedGraphNode } from 'xstate/graph';
import type { ActingRole, Permission, Transition } from '../machines/policy.js';
import {
  currentVersion,
  eventTypesOf,
  lifecycle,
  MACHINE_IDS,
  statesOf,
  transitionsOf,
  type Lifecycle,
  type MachineId,
} from '../machines/registry.js';

/**
 * Draws the lifecycles: `docs/lifecycles/<machine>.md` with a Mermaid diagram and the table of events, roles and
 * requirements. Run with `--check` it writes nothing and fails when a file differs from what the machines say.
 */

const ROLES: Readonly<Record<ActingRole, string>> = {
  compiler: '编制人',
  confidentialityOfficer: '保密审查员',
  riskAssessor: '风险评估员',
  departmentLeader: '部门负责人',
  leadingGroupOffice: '领导小组办公室',
  auditor: '审计员',
  systemAdministrator: '系统管理员',
  securityAdministrator: '安全管理员',
  auditAdministrator: '审计管理员',
  givingOffice: '下达办公室',
  coveringOffice: '属地办公室',
  ownOffice: '本级办公室',
  system: '系统',
};

const TITLES: Readonly<Record<MachineId, string>> = {
  catalogueVersion: '目录版本',
  itemReview: '事项审查',
  compilationTask: '编制任务',
  obligation: '义务',
  rectification: '督办',
  progressReport: '报告',
  purge: '内容清除',
};

const fileOf = (id: MachineId): string => `${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.md`;

/** Every edge of the graph, its children's first to last. */
function edgesOf(node: DirectedGraphNode): DirectedGraphEdge[] {
  return [...node.edges, ...node.children.flatMap(edgesOf)];
}

function leavesOf(node: DirectedGraphNode): DirectedGraphNode[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);
}

function diagram(of: Lifecycle): string[] {
  const graph = toDirectedGraph(of.machine);
  const arrows = new Map<string, Set<string>>();
  const arrow = (from: string, to: string, event: string): void => {
    const key = `${from} --> ${to}`;
    arrows.set(key, (arrows.get(key) ?? new Set()).add(event));
  };
  for (const event of eventTypesOf(of)) for (const { target } of transitionsOf(of, null, event)) arrow('[*]', target, event);
  for (const { source, target, label, transition } of edgesOf(graph)) {
    const leaves = (transition.meta as Transition['meta'])?.leaves === true;
    arrow(source.key, leaves ? '[*]' : target.key, label.text);
  }
  const final = leavesOf(graph).filter(({ stateNode }) => stateNode.type === 'final');
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...leavesOf(graph).map(({ stateNode }) => `  state "${stateNode.description} ${stateNode.key}" as ${stateNode.key}`),
    ...[...arrows].map(([key, events]) => `  ${key}: ${[...events].join('<br/>')}`),
    ...final.map(({ stateNode }) => `  ${stateNode.key} --> [*]`),
    '```',
  ];
}

function rolesOf({ by, smallBody = [] }: Permission): string {
  const small = smallBody.map((role) => `${ROLES[role]}（小单位）`);
  return [...by.map((role) => ROLES[role]), ...small].join('、');
}

function branchOf({ when = [], unless = [] }: Permission): string {
  return [...when.map((name) => `\`${name}\``), ...unless.map((name) => `非 \`${name}\``)].join('，') || '—';
}

/** The rows of an event; states that take the same branch share one. */
function transitionRows(of: Lifecycle, event: string): string[] {
  const rows = new Map<string, string[]>();
  for (const from of [null, ...statesOf(of)]) {
    for (const { target, guard, description, meta } of transitionsOf(of, from, event)) {
      const to = meta?.leaves === true ? '（移除）' : target === from ? '（不变）' : `\`${target}\``;
      const row = [to, rolesOf(guard.params), branchOf(guard.params), description].join(' | ');
      rows.set(row, [...(rows.get(row) ?? []), from === null ? '（无）' : `\`${from}\``]);
    }
  }
  return [...rows].map(([row, froms]) => `| ${froms.join('、')} | ${row} |`);
}

function section(of: Lifecycle, event: string): string[] {
  return [
    `### \`${event}\``,
    '',
    '| 从 | 到 | 谁 | 分支条件 | 说明 |',
    '| --- | --- | --- | --- | --- |',
    ...transitionRows(of, event),
    '',
    ...of.requirements[event]!.map(({ id, message, refusal }) => `- \`${id}\`（${refusal}）${message.zh}`),
    '',
  ];
}

/** The page of one lifecycle in the version in force; the same machine always gives the same text. */
export function lifecyclePage(id: MachineId): string {
  const version = currentVersion(id);
  const of = lifecycle<MachineId>(id, version) as Lifecycle;
  return [
    `# ${TITLES[id]} \`${id}\`，版本 ${version}`,
    '',
    '<!-- Generated from machines/ by scripts/lifecycles.ts; do not edit. -->',
    '',
    ...diagram(of),
    '',
    '## 事件、角色与要求',
    '',
    '括号里是不满足时的答复：`forbidden` 403，`conflict` 409，`unmet` 422。',
    '',
    ...eventTypesOf(of).flatMap((event) => section(of, event)),
  ].join('\n');
}

/** The pages whose file differs from what the machines say, or is not there. */
export function outdatedPages(folder: string): string[] {
  return MACHINE_IDS.map((id) => ({ path: join(folder, fileOf(id)), page: lifecyclePage(id) }))
    .filter(({ path, page }) => readOrNull(path) !== page)
    .map(({ path }) => path);
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function main(folder: string, check: boolean): void {
  if (check) {
    const outdated = outdatedPages(folder);
    for (const path of outdated) console.error(`${path} differs from the machines`);
    process.exitCode = outdated.length > 0 ? 1 : 0;
    return;
  }
  mkdirSync(folder, { recursive: true });
  for (const id of MACHINE_IDS) writeFileSync(join(folder, fileOf(id)), lifecyclePage(id));
}

if (/[\\/]lifecycles\.[jt]s$/.test(process.argv[1] ?? '')) main(join('docs', 'lifecycles'), process.argv.includes('--check'));
