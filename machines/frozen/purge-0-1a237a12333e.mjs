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
/** Whether none of the hand's persons, deputy or principal, is among the excluded (product.md, rule 3). */
function isFree(hand, excluded) {
	const out = new Set(excluded);
	return hand.persons.every((person) => !out.has(person));
}
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

// machines/purge.facts.ts
/** What must go, by law: a state secret, a work secret, a business secret, or personal data. */
var PURGE_GROUNDS = [
	"STATE_SECRET",
	"WORK_SECRET",
	"BUSINESS_SECRET",
	"PERSONAL_DATA"
];

// machines/purge.hands.ts
/** The hand for a step of a purge: who confirms is nobody of those who proposed, deputy or principal. */
function choosePurgeHand({ actor, purge }, event, permission) {
	const out = event === "purge.done" ? purge.proposers : [];
	return handsWithRole(actor, permission, false).find((hand) => isFree(hand, out)) ?? null;
}

// machines/purge.messages.ts
/** What the requirements of a purge say; apart from the others', so that a word here is no other version of their lifecycles. */
var PURGE_MESSAGES = {
	secondHand: {
		zh: "须由提出人以外的人确认。",
		en: "Somebody other than who proposed it must confirm."
	},
	purgeGroundKnown: {
		zh: "请选择清除的情形：国家秘密、工作秘密、商业秘密或个人信息。",
		en: "Say what must go: a state secret, a work secret, a business secret or personal data."
	},
	legalBasisGiven: {
		zh: "请写明清除所依据的规定。",
		en: "The provision that demands it must be cited."
	},
	textHeld: {
		zh: "该内容已经清除。",
		en: "The text has been purged already."
	},
	textNotShown: {
		zh: "该内容仍对外公开，须先由保密审查员或部门负责人停止公开或撤下。",
		en: "The public can read the text: an officer or a leader must suspend it or take it down first."
	},
	textNotInUse: {
		zh: "该内容仍是在办版本的现行文本，须先修改、删除该事项，或提请确定。",
		en: "An open version stands on the text: the item must be changed, removed or referred first."
	}
};

// machines/purge.requirements.ts
var MESSAGES = {
	...PURGE_MESSAGES,
	rolePermits: REQUIREMENT_MESSAGES.rolePermits,
	reasonGiven: REQUIREMENT_MESSAGES.reasonGiven
};
function requirement(id, refusal, check, parameter = false) {
	return {
		id,
		message: MESSAGES[id],
		refusal,
		parameter,
		check
	};
}
var said = (id, holds) => requirement(id, "unmet", (_, event) => verdict(holds(event)), true);
var nobody = (id, inTheWay) => requirement(id, "unmet", (facts) => ({
	satisfied: inTheWay(facts).length === 0,
	itemIds: inTheWay(facts)
}));
var rolePermits = requirement("rolePermits", "forbidden", ({ actor }, _, permission) => verdict(roleHeld(actor, permission, false)));
/** Who holds no permitted role is refused for that alone. */
var secondHand = requirement("secondHand", "unmet", (facts, { type }, permission) => verdict(!roleHeld(facts.actor, permission, false) || choosePurgeHand(facts, type, permission) !== null));
var reason = said("reasonGiven", (event) => isWritten(event.reason));
var groundKnown = said("purgeGroundKnown", ({ ground }) => PURGE_GROUNDS.some((known) => known === ground));
var legalBasis = said("legalBasisGiven", (event) => isWritten(event.legalBasis));
var textHeld = requirement("textHeld", "conflict", ({ text }) => verdict(text.held));
var textNotShown = nobody("textNotShown", ({ text }) => text.shownBy);
var textNotInUse = nobody("textNotInUse", ({ text }) => text.usedBy);
/** What each event needs: what was so when it was proposed must be so again when it is done. */
var PURGE_REQUIREMENTS = {
	"purge.proposed": [
		rolePermits,
		textHeld,
		textNotShown,
		textNotInUse,
		groundKnown,
		legalBasis,
		reason
	],
	"purge.withdrawn": [rolePermits, reason],
	"purge.done": [
		rolePermits,
		secondHand,
		textHeld,
		textNotShown,
		textNotInUse
	]
};

// machines/purge.machine.ts
var permitted = (params) => ({
	type: "permitted",
	params
});
var either = permitted({ by: ["auditAdministrator", "securityAdministrator"] });
var purgeCreation = { "purge.proposed": [{
	target: "proposed",
	guard: permitted({ by: ["auditAdministrator"] }),
	description: "提出清除，写明法定情形和理由 · a text is proposed to be purged, with its legal ground"
}] };
var isPermitted = guardOf({}, PURGE_REQUIREMENTS);
/** I12: the bytes of a text go by two hands, never by one; the hash and everything that was said about it stay. */
var purgeMachine = setup({
	types: {
		context: {},
		events: {},
		input: {}
	},
	guards: { permitted: (args, params) => isPermitted(args, params) }
}).createMachine({
	id: "purge",
	context: factsAsGiven,
	initial: "proposed",
	states: {
		proposed: {
			description: "待确认",
			on: {
				"purge.done": {
					target: "done",
					guard: either,
					description: "由另一人确认，正文清除 · another hand confirms, the bytes go"
				},
				"purge.withdrawn": {
					target: "withdrawn",
					guard: either,
					description: "撤回或不同意 · taken back, or not agreed to"
				}
			}
		},
		done: {
			description: "已清除",
			type: "final"
		},
		withdrawn: {
			description: "已撤回",
			type: "final"
		}
	}
});

// machines/lifecycles.ts
var purge = {
	id: "purge",
	version: "0",
	machine: purgeMachine,
	creation: purgeCreation,
	requirements: PURGE_REQUIREMENTS,
	conditions: {}
};

export { purge as default };