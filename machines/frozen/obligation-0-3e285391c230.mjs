import { setup } from "xstate";

// machines/policy.ts
/** A verdict that concerns no item. */
function verdict(holds) {
	return {
		satisfied: holds,
		itemIds: []
	};
}
/** The machines' context is the facts themselves, given as input. */
function factsAsGiven({ input }) {
	return input;
}
/** A text that says something. */
function isWritten(text) {
	return typeof text === "string" && text.trim() !== "";
}

// machines/guards.ts
/** Whether a branch of an event is the one that the facts call for. */
function branchApplies(permission, holds) {
	return (permission.when ?? []).every(holds) && !(permission.unless ?? []).some(holds);
}
/** The guard of every transition: the branch applies and every requirement of its event is satisfied. */
function guardOf(conditions, requirements) {
	return ({ context, event }, permission) => branchApplies(permission, (condition) => conditions[condition](context, event)) && requirements[event.type].every(({ check }) => check(context, event, permission).satisfied);
}

// machines/hands.ts
/** The roles that may take the transition; a small body lets further ones in. */
function rolesPermitted(permission, smallBody) {
	const roles = permission.by.filter((role) => role !== "system");
	return smallBody ? [...roles, ...permission.smallBody ?? []] : roles;
}
/** The actor's hands that hold a permitted role, those held in person first. */
function handsWithRole(actor, permission, smallBody) {
	if (actor.kind === "system") return [];
	const roles = rolesPermitted(permission, smallBody);
	return actor.hands.filter((hand) => roles.includes(hand.role)).sort((one, other) => one.persons.length - other.persons.length);
}
/** Whether the actor holds the role at all, or is the system where the system acts. */
function roleHeld(actor, permission, smallBody) {
	return actor.kind === "system" ? permission.by.includes("system") : handsWithRole(actor, permission, smallBody).length > 0;
}

// machines/requirement-messages.ts
/** What a refusal says, by requirement id; the ids are API values and stay. */
var REQUIREMENT_MESSAGES = {
	rolePermits: {
		zh: "您在本单位的任职不允许此项操作。",
		en: "Your appointments at this body do not permit this."
	},
	stateAllows: {
		zh: "当前状态下不能进行此项操作。",
		en: "This is not possible in the present state."
	},
	versionStateAllows: {
		zh: "目录版本当前所处环节不允许此项操作。",
		en: "The stage that the version is in does not allow this."
	},
	textUnsealed: {
		zh: "该事项已提请确定，内容封存，不得修改或删除。",
		en: "The item is referred: its text is sealed and can be neither edited nor removed."
	},
	latestVersion: {
		zh: "只能修订最近一个未作废的版本。",
		en: "Only the latest version that was not discarded can be revised."
	},
	noOpenVersion: {
		zh: "该目录已有一个正在办理的版本。",
		en: "Another version of the catalogue is open."
	},
	neverPublished: {
		zh: "该目录已发布过，请从最近版本发起修订。",
		en: "The catalogue was published before: open the next draft by revising."
	},
	dueNow: {
		zh: "尚未到预定的发布时间。",
		en: "The time of the scheduled publication has not come."
	},
	releaseNoLongerHolds: {
		zh: "发布条件仍然具备，无须退回。",
		en: "The requirements of the release still hold."
	},
	threeHands: {
		zh: "编制、审查、审批须由不同人员承担：您编制、提交或签署过相关内容（代理人与被代理人合并计算）。",
		en: "Contributor, decider and approver must differ: you, or the person you act for, contributed, submitted or signed."
	},
	handsApart: {
		zh: "有事项的编制、审查、评估签署人重复。",
		en: "On some items one person stands for two of contributing, reviewing, assessing and endorsing."
	},
	approverRemains: {
		zh: "如此处理后将无部门负责人可以审批本版本。",
		en: "No department leader would be left who may approve this version."
	},
	deciderRemains: {
		zh: "如此处理后部分事项将无保密审查员可以审查。",
		en: "Some items would have no confidentiality officer who may decide them."
	},
	assessorRemains: {
		zh: "如此处理后部分事项将无风险评估员可以评估。",
		en: "Some items would have no risk assessor who may assess them."
	},
	distinctHandsRemain: {
		zh: "如此处理后将无法由互不相同的人员分别承担各环节。",
		en: "The people left would not suffice for hands that differ from step to step."
	},
	itemsPresent: {
		zh: "目录中没有任何事项。",
		en: "The version holds no item."
	},
	elementsComplete: {
		zh: "有事项缺少必填要素。",
		en: "Required elements are missing."
	},
	categoryStated: {
		zh: "有事项未注明事项类别（法定公开或其他）。",
		en: "The category, statutory or other, is not stated."
	},
	basisNamed: {
		zh: "法定公开事项须注明公开依据。",
		en: "A statutory item must name its basis."
	},
	repairsConfirmed: {
		zh: "有导入修正建议尚未确认。",
		en: "Repairs proposed by the import are not confirmed."
	},
	timeLimitsRead: {
		zh: "有公开时限尚未识别或确认。",
		en: "A time limit has not been read or confirmed."
	},
	hitsAcknowledgedByCompiler: {
		zh: "有个人信息提示尚未由编制人逐条处理。",
		en: "Personal-data hits are not acknowledged one by one by the compiler."
	},
	hitsAcknowledgedByOfficer: {
		zh: "有个人信息提示尚未由保密审查员逐条处理。",
		en: "Personal-data hits are not acknowledged one by one by the officer."
	},
	returnedAnswered: {
		zh: "退回的事项须修改，或说明不修改的理由。",
		en: "A returned item must be changed, or answered with the reason why not."
	},
	reasonGiven: {
		zh: "请填写理由。",
		en: "A reason must be given."
	},
	groundKnown: {
		zh: "请选择不予公开的法定情形（条例第十四至十六条）。",
		en: "The legal ground must be one of those of articles 14 to 16 of the Regulations."
	},
	fieldsNamed: {
		zh: "请指明需要脱敏的要素。",
		en: "The elements to be redacted must be named."
	},
	documentNumberGiven: {
		zh: "请填写保密行政管理部门答复的文号。",
		en: "The number of the secrecy administration’s answer must be given."
	},
	outcomeKnown: {
		zh: "请注明确定结果：可公开或不予公开。",
		en: "The outcome of the determination must be open or withhold."
	},
	hazardsAnswered: {
		zh: "请逐项回答保密审查要点。",
		en: "Every hazard question must be answered."
	},
	reviewDateGiven: {
		zh: "请填写再次审查的日期。",
		en: "The date of the next review must be given."
	},
	predecessorKeepable: {
		zh: "前一版本没有可继续沿用的内容。",
		en: "The direct predecessor shows no text that could be kept."
	},
	removalOnlyKept: {
		zh: "拟删除的公开事项留待下期时只能沿用前一版本。",
		en: "A removal that is set aside can only keep the predecessor’s text."
	},
	removalDecidable: {
		zh: "拟删除的事项只能同意、退回、暂缓或留待下期。",
		en: "A removal can only be agreed to, returned, deferred or set aside."
	},
	levelKnown: {
		zh: "请选择风险等级。",
		en: "The level of the risk must be LOW, MEDIUM or HIGH."
	},
	measuresGiven: {
		zh: "中风险须写明防控措施。",
		en: "A medium risk needs measures."
	},
	nothingPublicStated: {
		zh: "本版本不公开任何事项，请明确确认。",
		en: "This version shows nothing to the public; say so explicitly."
	},
	itemShown: {
		zh: "该事项在本版本中没有公开内容。",
		en: "The version shows no text for this item."
	},
	textsNamed: {
		zh: "请指明需要封禁的内容：全部、无，或具体事项。",
		en: "Name the texts to be barred: all, none, or items of this version."
	},
	textGiven: {
		zh: "请填写内容。",
		en: "The text must be given."
	},
	laterDeadline: {
		zh: "新的期限须晚于今天，也须晚于现有期限。",
		en: "The new deadline must lie after today and after the present one."
	},
	deadlineAhead: {
		zh: "期限须晚于今天。",
		en: "The deadline must lie after today."
	},
	dayPassed: {
		zh: "请填写完成日期，不得晚于今天。",
		en: "The day on which it was done must be given, and not lie ahead."
	},
	addressGiven: {
		zh: "请填写可供查阅的公开网址。",
		en: "The public address where it can be seen must be given."
	},
	evidenceGiven: {
		zh: "请填写完成的依据。",
		en: "What proves it must be given."
	},
	reportWritten: {
		zh: "报告尚无内容，请先生成或填写。",
		en: "Nothing is written in the report yet."
	},
	publishedSince: {
		zh: "该单位尚无符合要求的已发布目录。",
		en: "The body has no catalogue in force that was published since the task."
	},
	nothingInForce: {
		zh: "该单位仍有符合要求的已发布目录。",
		en: "A catalogue of the body that was published since the task is in force."
	},
	deadlinePassed: {
		zh: "期限尚未届满。",
		en: "The deadline has not passed."
	},
	reminderDue: {
		zh: "尚未到提醒时间，或已提醒过。",
		en: "The reminder is not due, or was given."
	},
	escalationDue: {
		zh: "尚未到上报时间，或已上报过。",
		en: "The escalation is not due, or was made."
	},
	deadlineChanged: {
		zh: "按现行日历推算，期限没有变化。",
		en: "By the calendar in force the deadline is the same."
	},
	everyItemReviewed: {
		zh: "有事项尚未完成保密审查。",
		en: "Some items are not yet reviewed."
	},
	everyItemDecided: {
		zh: "有事项尚未办结。",
		en: "Some items are not concluded."
	},
	everyReleaseStands: {
		zh: "有拟公开事项缺少针对现有文本的有效审查、评估或核准，或文本已被封禁。",
		en: "Some items to be shown lack a standing decision, acceptance or endorsement on exactly their text, or the text is barred."
	},
	everyRefusalStands: {
		zh: "有不予公开或依申请公开的事项缺少有效决定。",
		en: "Some items that are not disclosed lack a standing decision."
	},
	keptTextsStand: {
		zh: "有沿用前一版本的内容已不得沿用。",
		en: "Some texts kept from the predecessor can no longer be kept."
	}
};

// machines/matter.parameters.ts
var DAY = /^\d{4}-\d{2}-\d{2}$/;
/** A day that there is, `2026-11-20`; neither `2026-02-30` nor `tomorrow`. */
function isDay(text) {
	if (!DAY.test(text)) return false;
	const day = /* @__PURE__ */ new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
/** The networks that nobody outside reaches (RFC 1122, 1918, 3927). */
var INSIDE = /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./;
var IPV4 = /^\d+\.\d+\.\d+\.\d+$/;
/** An address that the public can open: http or https, a host that is reachable from outside, no password in it. Nobody looks whether it answers. */
function isPublicAddress(text) {
	if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return false;
	const { hostname, username, password } = new URL(text);
	const host = hostname.replace(/\.$/, "");
	return username === "" && password === "" && host.includes(".") && !/\.(?:localhost|local|internal)$/.test(host) && !(IPV4.test(host) && INSIDE.test(host));
}

// machines/matter.requirements.ts
function requirement(id, refusal, parameter, holds) {
	return {
		id,
		message: REQUIREMENT_MESSAGES[id],
		refusal,
		parameter,
		check: (facts, event) => verdict(holds(facts, event))
	};
}
/** On what the event brings along. */
var said = (id, holds) => requirement(id, "unmet", true, holds);
/** On how things stand: for the clock's steps. */
var stands = (id, holds) => requirement(id, "conflict", false, holds);
var rolePermits = {
	id: "rolePermits",
	message: REQUIREMENT_MESSAGES.rolePermits,
	refusal: "forbidden",
	parameter: false,
	check: ({ actor }, _, permission) => verdict(roleHeld(actor, permission, false))
};
var reason = said("reasonGiven", (_, event) => isWritten(event.reason));
var textGiven = said("textGiven", (_, event) => isWritten(event.text));
var laterDeadline = said("laterDeadline", ({ matter, today }, { dueOn = "" }) => isDay(dueOn) && dueOn > today && dueOn > (matter.dueOn ?? ""));
var deadlineAhead = said("deadlineAhead", ({ today }, { dueOn = "" }) => isDay(dueOn) && dueOn > today);
var doneBefore = said("dayPassed", ({ today }, { doneOn = "" }) => isDay(doneOn) && doneOn <= today);
var addressGiven = said("addressGiven", (_, { address = "" }) => isPublicAddress(address));
var evidenceGiven = said("evidenceGiven", (_, event) => isWritten(event.evidence));
/** Known before it is asked for, so that a report nobody wrote is not even offered to be sent. */
var reportWritten = requirement("reportWritten", "unmet", false, ({ matter }) => matter.written);
var publishedSince = stands("publishedSince", ({ published }) => published !== null);
var nothingInForce = stands("nothingInForce", ({ published }) => published === null);
var deadlinePassed = stands("deadlinePassed", ({ matter, today }) => matter.dueOn !== null && matter.dueOn < today);
var reminderDue = stands("reminderDue", ({ matter, today, remindFrom }) => matter.dueOn !== null && matter.dueOn >= today && remindFrom !== null && remindFrom <= today && matter.remindedFor !== matter.dueOn);
var escalationDue = stands("escalationDue", ({ matter, today, escalateFrom }) => matter.dueOn !== null && escalateFrom !== null && escalateFrom <= today && matter.escalatedFor !== matter.dueOn);
var deadlineChanged = stands("deadlineChanged", ({ recomputed }) => recomputed?.changed === true);
/** What each event needs, in every lifecycle that knows it. */
var NEEDS = {
	issue: [rolePermits],
	open: [rolePermits],
	withdraw: [rolePermits, reason],
	cancel: [rolePermits],
	close: [rolePermits],
	fulfil: [rolePermits, publishedSince],
	lapse: [rolePermits, nothingInForce],
	recordOutside: [
		rolePermits,
		doneBefore,
		addressGiven,
		evidenceGiven
	],
	exempt: [rolePermits, reason],
	reinstate: [rolePermits, reason],
	extend: [
		rolePermits,
		reason,
		laterDeadline
	],
	recompute: [rolePermits, deadlineChanged],
	remind: [rolePermits, reminderDue],
	fallOverdue: [rolePermits, deadlinePassed],
	escalate: [
		rolePermits,
		deadlinePassed,
		escalationDue
	],
	answer: [rolePermits, textGiven],
	accept: [rolePermits],
	return: [rolePermits, reason],
	compose: [rolePermits],
	edit: [rolePermits],
	submit: [rolePermits, reportWritten],
	recall: [rolePermits, reason],
	receive: [rolePermits]
};
var ofEvents = (...types) => Object.fromEntries(types.map((type) => [type, NEEDS[type]]));
var TASK_REQUIREMENTS = ofEvents("issue", "withdraw", "close");
/** Nobody is reminded of what is published, nor called late: the clock may find a publication only after the deadline. */
var OBLIGATION_REQUIREMENTS = {
	...ofEvents("issue", "cancel", "fulfil", "lapse", "recordOutside", "exempt", "reinstate", "extend", "recompute"),
	remind: [...NEEDS.remind, nothingInForce],
	fallOverdue: [...NEEDS.fallOverdue, nothingInForce],
	escalate: [...NEEDS.escalate, nothingInForce]
};
var RECTIFICATION_REQUIREMENTS = {
	...ofEvents("withdraw", "answer", "accept", "return", "extend", "recompute", "remind", "fallOverdue", "escalate"),
	issue: [
		rolePermits,
		textGiven,
		deadlineAhead
	]
};
var REPORT_REQUIREMENTS = ofEvents("open", "compose", "edit", "submit", "recall", "receive", "return", "recompute", "remind", "fallOverdue", "escalate");

// machines/matter.conditions.ts
/** What a branch of one event may depend on. */
var MATTER_CONDITIONS = { 
/** Also the deadline counted anew has passed. */
newDeadlinePassed: ({ recomputed, today }) => recomputed !== null && recomputed.dueOn < today };

// machines/matter.steps.ts
/** The role or capacity and, where an event branches, the branch. */
var permitted = (params) => ({
	type: "permitted",
	params
});
var bySystem = permitted({ by: ["system"] });
var byGivingOffice = permitted({ by: ["givingOffice"] });
/** The clock's steps before a deadline: a reminder, and the deadline's passing. */
var awaiting = (here, overdue) => ({
	remind: {
		target: here,
		guard: bySystem,
		description: "临期提醒 · a reminder before the deadline, once for each"
	},
	fallOverdue: {
		target: overdue,
		guard: bySystem,
		description: "到期未完成 · the deadline passed"
	},
	recompute: recomputeTo(here, overdue)
});
/** The clock's steps after a deadline: the superior is told. */
var late = (open, here) => ({
	escalate: {
		target: here,
		guard: bySystem,
		description: "逾期上报 · the superior is told, once for each deadline"
	},
	recompute: recomputeTo(open, here)
});
var recomputeTo = (open, overdue) => [{
	target: overdue,
	guard: permitted({
		by: ["system"],
		when: ["newDeadlinePassed"]
	}),
	description: "工作日历更新，期限重新推算后仍已届满 · counted anew by the calendar, the deadline has passed"
}, {
	target: open,
	guard: permitted({
		by: ["system"],
		unless: ["newDeadlinePassed"]
	}),
	description: "工作日历更新，期限重新推算 · the deadline is counted anew by the calendar"
}];
/** Another deadline for one body: only whoever set it, or stands above. */
var extendTo = (open) => ({
	target: open,
	guard: byGivingOffice,
	description: "延长期限 · another, later deadline, with a reason"
});

// machines/obligation.machine.ts
/** Along with its task, one for each body. */
var obligationCreation = { issue: [{
	target: "open",
	guard: bySystem,
	description: "随任务下达 · comes with its task"
}] };
var cancel = {
	target: "withdrawn",
	guard: bySystem,
	description: "随任务撤销 · cancelled with its task"
};
var extend = extendTo("open");
/** What may settle it while it is not done: the catalogue itself, or an office that says why it need not or was done elsewhere. */
var settle = {
	fulfil: {
		target: "fulfilled",
		guard: bySystem,
		description: "目录已发布 · a catalogue that fulfils it is in force"
	},
	recordOutside: {
		target: "doneOutside",
		guard: permitted({ by: ["coveringOffice"] }),
		description: "登记系统外完成，附公开网址和依据 · done outside the system, with its public address and evidence"
	},
	exempt: {
		target: "exempted",
		guard: byGivingOffice,
		description: "豁免 · exempted, with a reason"
	},
	cancel
};
var isPermitted = guardOf(MATTER_CONDITIONS, OBLIGATION_REQUIREMENTS);
/** 义务: what one body owes under a task. It follows the body's catalogue by itself. */
var obligationMachine = setup({
	types: {
		context: {},
		events: {},
		input: {}
	},
	guards: { permitted: (args, params) => isPermitted(args, params) }
}).createMachine({
	id: "obligation",
	context: factsAsGiven,
	initial: "open",
	states: {
		open: {
			description: "待完成",
			on: {
				...settle,
				extend,
				...awaiting("open", "overdue")
			}
		},
		overdue: {
			description: "已逾期",
			on: {
				...settle,
				extend,
				...late("open", "overdue")
			}
		},
		fulfilled: {
			description: "已完成",
			on: {
				lapse: {
					target: "open",
					guard: bySystem,
					description: "目录不再有效，恢复待完成 · nothing that fulfils it is in force any more"
				},
				cancel
			}
		},
		doneOutside: {
			description: "系统外完成",
			on: {
				reinstate: {
					target: "open",
					guard: permitted({ by: ["coveringOffice"] }),
					description: "撤销登记，恢复待完成 · the record is taken back"
				},
				cancel
			}
		},
		exempted: {
			description: "已豁免",
			on: {
				reinstate: {
					target: "open",
					guard: byGivingOffice,
					description: "取消豁免，恢复待完成 · the exemption is taken back"
				},
				cancel
			}
		},
		withdrawn: {
			description: "已取消",
			type: "final"
		}
	}
});

// machines/lifecycles.ts
var obligation = {
	id: "obligation",
	version: "0",
	machine: obligationMachine,
	creation: obligationCreation,
	requirements: OBLIGATION_REQUIREMENTS,
	conditions: MATTER_CONDITIONS
};

export { obligation as default };