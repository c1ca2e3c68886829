import { setup } from "xstate";

// machines/policy.ts
var satisfied = {
	satisfied: true,
	itemIds: []
};
/** Satisfied when no item is in the way. */
function noneOf(items) {
	return {
		satisfied: items.length === 0,
		itemIds: items.map((item) => item.itemId)
	};
}
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

// machines/catalogue-version.conditions.ts
/** What a branch of one event may depend on. The branches of an event exclude each other by these names. */
var VERSION_CONDITIONS = {
	/** Some item still waits for its assessment or endorsement. */
	assessmentOutstanding: ({ items }) => items.some((item) => item.state === "cleared" || item.state === "awaitingEndorsement"),
	publishLater: (_, event) => isWritten(event.publishAt)
};

// machines/guards.ts
/** Whether a branch of an event is the one that the facts call for. */
function branchApplies(permission, holds) {
	return (permission.when ?? []).every(holds) && !(permission.unless ?? []).some(holds);
}
/** The guard of every transition: the branch applies and every requirement of its event is satisfied. */
function guardOf(conditions, requirements) {
	return ({ context, event }, permission) => branchApplies(permission, (condition) => conditions[condition](context, event)) && requirements[event.type].every(({ check }) => check(context, event, permission).satisfied);
}

// machines/item-standing.ts
/** Nothing more is to be decided: product.md, itemReview, last row of the table. */
var CONCLUDED = [
	"releasable",
	"withheld",
	"onApplication",
	"setAside"
];
/** A version in one of these is open: work goes on in it. */
var OPEN_VERSION_STATES = [
	"draft",
	"confidentialityReview",
	"riskAssessment",
	"departmentApproval",
	"scheduled"
];
/** The events whose decision lets an item stand in the state, so that no state comes from nowhere. */
var REFUSING_EVENTS = {
	withheld: [
		"withhold",
		"determine",
		"rejectRisk"
	],
	onApplication: ["discloseOnApplication"]
};
var isConcluded = (item) => CONCLUDED.includes(item.state);
/** A referred text that nobody has determined: sealed, whatever state its item is in. */
var isSealed = (item) => item.state === "referred" || item.referral === "open";
/** An item with such a text can only be determined, not decided: neither by a second officer nor by asking again. */
var isReferredText = (referral) => referral === "open" || referral === "determinedWithhold";
/** product.md, "Assessment": every prudential item, and a statutory one when the officer asks or asked for it. */
function needsAssessment(item, asked = false) {
	return !item.removal && (item.category === "OTHER" || item.assessmentDemanded || asked);
}
/** The version shows a text for this item: its own or its predecessor's. */
var showsText = (item) => item.state === "releasable" && !item.removal || item.state === "setAside" && item.kept;
/** Rule 1's last conjuncts: accepted where needed, MEDIUM with measures, HIGH with endorsement. */
function acceptanceStands(item) {
	if (!needsAssessment(item)) return true;
	if (item.acceptance === null) return false;
	if (item.acceptance.level === "MEDIUM") return item.acceptance.measures;
	return item.acceptance.level === "LOW" || item.acceptance.endorsed;
}
/** product.md, rule 1, without the kept texts: what is `releasable` is so by decisions that stand on this very text. */
function releaseStands(item) {
	return item.clearStands && !item.barred && !isReferredText(item.referral) && acceptanceStands(item);
}
/** A removal that was agreed to: nothing is shown, so a bar or an assessment has no part in it. */
var removalStands = (item) => item.clearStands;
/** What is not disclosed is so by a decision that stands. */
function refusalStands(item) {
	const events = REFUSING_EVENTS[item.state];
	return events === void 0 || item.signatures.some((signature) => events.includes(signature.event));
}
function signersOf(item, ...steps) {
	return item.signatures.filter((signature) => steps.includes(signature.step)).flatMap((signature) => [...signature.persons]);
}

// machines/hands.ts
/** Whether none of the hand's persons, deputy or principal, is among the excluded (product.md, rule 3). */
function isFree(hand, excluded) {
	const out = new Set(excluded);
	return hand.persons.every((person) => !out.has(person));
}
function share(one, other) {
	return one.some((person) => other.includes(person));
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
/** Which step of the item a deciding event signs; other events sign none. */
var STEP_SIGNED = {
	clear: "review",
	requireRedaction: "review",
	return: "review",
	withhold: "review",
	discloseOnApplication: "review",
	refer: "review",
	defer: "review",
	determine: "review",
	setAside: "review",
	acceptRisk: "assessment",
	rejectRisk: "assessment",
	endorse: "endorsement"
};
var STEPS = [
	"review",
	"assessment",
	"endorsement"
];
/**
* Who may not sign this event on this item with this hand: its contributors, the version's submitters and whoever
* signed another step. A small body's officer may assess what an officer reviewed. `reopen` and `requireMitigation` exclude nobody.
*/
function excludedFromItem(facts, event, role) {
	const step = STEP_SIGNED[event];
	if (step === void 0) return [];
	const sameHandAllowed = facts.version.smallBody && step === "assessment" && role === "confidentialityOfficer";
	const others = STEPS.filter((other) => other !== step && !(sameHandAllowed && other === "review"));
	return [
		...facts.item.contributors,
		...facts.version.submitters,
		...signersOf(facts.item, ...others)
	];
}
/** Who may not approve: whoever contributed, submitted, reviewed or assessed; endorsing and approving may be one leader's. */
function excludedFromApproval(items, submitters) {
	return [...submitters, ...items.flatMap((item) => [...item.contributors, ...signersOf(item, "review", "assessment")])];
}
/** Who may not submit: whoever signed for an item that keeps its state; what enters review is decided anew. */
function excludedFromSubmission(items) {
	return items.filter((item) => item.state !== "drafting" && item.state !== "returned").flatMap((item) => signersOf(item, ...STEPS));
}
function excluded(facts, event, role) {
	if ("item" in facts) return excludedFromItem(facts, event, role);
	if (event === "approve") return excludedFromApproval(facts.items, facts.version.submitters);
	return event === "submit" ? excludedFromSubmission(facts.items) : [];
}
function chooseHand(facts, event, permission) {
	if ("matter" in facts) return handsWithRole(facts.actor, permission, false)[0] ?? null;
	return handsWithRole(facts.actor, permission, facts.version.smallBody).find((hand) => isFree(hand, excluded(facts, event, hand.role))) ?? null;
}
/**
* Rule 3 read off the signatures that stand on one item: nobody who signed contributed or submitted, nobody signed
* two steps. In a small body review and assessment may be the same officer's, unless the risk is HIGH.
*/
function handsApart(item, submitters, smallBody) {
	const review = signersOf(item, "review");
	const assessment = signersOf(item, "assessment");
	const endorsement = signersOf(item, "endorsement");
	const outsiders = [...item.contributors, ...submitters];
	const oneHandMayDoBoth = smallBody && item.acceptance?.level !== "HIGH";
	return !share([
		...review,
		...assessment,
		...endorsement
	], outsiders) && (oneHandMayDoBoth || !share(review, assessment)) && !share(endorsement, [...review, ...assessment]);
}

// machines/eligibility.ts
var NEEDS = [
	"submitter",
	"approver",
	"decider",
	"assessor",
	"distinctHands"
];
var NO_SHORTAGE = {
	submitter: [],
	approver: [],
	decider: [],
	assessor: [],
	distinctHands: []
};
/** Signatures on what is edited or answered are void by the time it is reviewed again. */
function signaturesLast(item) {
	return item.state !== "drafting" && !(item.state === "returned" && item.changedSinceReturned);
}
/**
* Every item needs a decider, a concluded one too: it may be reopened when nobody may take the version back any more
* whom that would leave without one. The model search found such a version, which could only be discarded.
*/
function groupsOf(prospect) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of prospect.items) {
		const group = {
			itemIds: [],
			excluded: [.../* @__PURE__ */ new Set([...item.contributors, ...prospect.submitters])].sort(),
			signers: signaturesLast(item) ? signersOf(item, "review", "assessment").sort() : [],
			reviewers: item.state === "cleared" ? signersOf(item, "review").sort() : null,
			assess: item.state === "cleared" || needsAssessment(item)
		};
		const key = JSON.stringify(group);
		const known = groups.get(key) ?? group;
		known.itemIds.push(item.itemId);
		groups.set(key, known);
	}
	return [...groups.values()];
}
var holding = (hands, role) => hands.filter((hand) => hand.role === role);
/** A hand that may assess after this reviewer: an assessor, or in a small body its officer, the reviewer too. */
function assessorAfter(hands, smallBody, excluded, reviewers) {
	return holding(hands, "riskAssessor").some((hand) => isFree(hand, [...excluded, ...reviewers])) || smallBody && holding(hands, "confidentialityOfficer").some((hand) => isFree(hand, excluded));
}
/** Whether the group finds everybody it needs beside those who are taken for submitting and approving. */
function staffed(group, prospect, submitter, approver) {
	const taken = [
		...group.excluded,
		...submitter,
		...approver
	];
	const assessed = (reviewers) => assessorAfter(prospect.hands, prospect.smallBody, taken, reviewers);
	const waiting = group.reviewers === null || assessed(group.reviewers);
	const deciders = holding(prospect.hands, "confidentialityOfficer").filter((officer) => isFree(officer, taken));
	return waiting && deciders.some((officer) => !group.assess || assessed(officer.persons));
}
function together(prospect, groups, submitters, approvers) {
	return (prospect.submissionAhead ? submitters.map((hand) => hand.persons) : [[]]).some((submitter) => approvers.some((approver) => isFree(approver, submitter) && groups.every((group) => staffed(group, prospect, submitter, approver.persons))));
}
/**
* product.md, rule 3, last sentences: who is missing so that the version could still be submitted, decided, assessed and
* approved by hands that differ. Whoever may approve may also endorse, so an endorser is never missing alone. `distinctHands` when each is there alone, but not all of them at once.
*/
function shortages(prospect) {
	const groups = groupsOf(prospect);
	const everything = groups.flatMap((group) => group.itemIds);
	const signed = groups.flatMap((group) => [...group.excluded, ...group.signers]);
	const submitters = holding(prospect.hands, "compiler").filter((hand) => isFree(hand, excludedFromSubmission(prospect.items)));
	const approvers = holding(prospect.hands, "departmentLeader").filter((hand) => isFree(hand, [...prospect.submitters, ...signed]));
	if (together(prospect, groups, submitters, approvers)) return NO_SHORTAGE;
	const lacking = (needs) => groups.filter(needs).flatMap((group) => group.itemIds);
	const alone = {
		submitter: prospect.submissionAhead && submitters.length === 0 ? everything : [],
		approver: approvers.length === 0 ? everything : [],
		decider: lacking((group) => !holding(prospect.hands, "confidentialityOfficer").some((hand) => isFree(hand, group.excluded))),
		assessor: lacking((group) => group.assess && !assessorAfter(prospect.hands, prospect.smallBody, group.excluded, group.reviewers ?? [])),
		distinctHands: []
	};
	return Object.values(alone).some((itemIds) => itemIds.length > 0) ? alone : {
		...alone,
		distinctHands: everything
	};
}
/**
* The shortages that an edit would bring about: those that none of the prospects before it had. A lack of appointments
* that an edit neither causes nor mends is left for `submit` to refuse.
*/
function newShortages(before, after) {
	const now = shortages(after);
	if (NEEDS.every((need) => now[need].length === 0)) return now;
	const then = before.map(shortages);
	const wanting = then.some((known) => NEEDS.some((need) => known[need].length > 0));
	const ofItems = (need) => now[need].filter((itemId) => !then.some((known) => known[need].includes(itemId)));
	const ofAll = (need) => then.some((known) => known[need].length > 0) ? [] : now[need];
	return {
		submitter: ofAll("submitter"),
		approver: ofAll("approver"),
		decider: ofItems("decider"),
		assessor: ofItems("assessor"),
		distinctHands: wanting ? [] : now.distinctHands
	};
}

// machines/item-review.events.ts
/**
* Grounds on which an item is not disclosed: 政府信息公开条例 (国令711) articles 14–16; domain.md §4.
*/
var GROUNDS = [
	"ART14_STATE_SECRET",
	"ART14_PROHIBITED_BY_LAW",
	"ART14_SECURITY_STABILITY",
	"ART15_TRADE_SECRET",
	"ART15_PRIVACY",
	"ART16_INTERNAL",
	"ART16_PROCESS",
	"ART16_ENFORCEMENT_FILE",
	"ADMIN_QUERY"
];

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

// machines/item-review.requirements.ts
/** A requirement on the one item that the event concerns. */
function onItem(id, refusal, holds, parameter = false) {
	return {
		id,
		message: REQUIREMENT_MESSAGES[id],
		refusal,
		parameter,
		check: (facts, event, permission) => {
			const satisfied = holds(facts, event, permission);
			return {
				satisfied,
				itemIds: satisfied ? [] : [facts.item.itemId]
			};
		}
	};
}
/** A requirement on the event's own parameters. */
var onEvent$1 = (id, holds) => onItem(id, "unmet", holds, true);
var IN_DRAFT = ["draft"];
var UNDER_REVIEW = ["confidentialityReview", "riskAssessment"];
/** product.md, "When": item events belong to the two reviewing stages; these say otherwise. */
var VERSION_STATES_OF = {
	create: IN_DRAFT,
	remove: IN_DRAFT,
	carryOver: IN_DRAFT,
	enterReview: ["draft", "confidentialityReview"],
	edit: ["draft", ...UNDER_REVIEW],
	amend: ["draft", ...UNDER_REVIEW],
	reopen: [...UNDER_REVIEW, "departmentApproval"],
	textBarred: OPEN_VERSION_STATES
};
function versionStateAllows({ version, item }, { type }) {
	return (type === "edit" && item.state !== "returned" ? IN_DRAFT : VERSION_STATES_OF[type] ?? UNDER_REVIEW).includes(version.state);
}
/** The item as it would stand after the edit or the amendment; as it stands when nothing else is known. */
function afterwards({ item, whole }) {
	return whole?.items.find((other) => other.itemId === item.itemId) ?? item;
}
/**
* The whole version after the edit and before it. A new item is compared with the version without it, and with one that
* nobody has touched: what is missing there is missing for want of appointments.
*/
function prospects(facts, type) {
	if (facts.whole === null) return null;
	const { version, whole, item } = facts;
	const shared = {
		...version,
		hands: whole.hands,
		submissionAhead: version.state === "draft"
	};
	const after = {
		...shared,
		items: whole.items
	};
	const others = whole.items.filter((other) => other.itemId !== item.itemId);
	if (type !== "create") return {
		before: [{
			...shared,
			items: [...others, item]
		}],
		after
	};
	const untouched = whole.items.map((other) => ({
		...other,
		contributors: [],
		signatures: []
	}));
	return {
		before: [{
			...shared,
			items: others
		}, {
			...shared,
			items: untouched,
			submitters: []
		}],
		after
	};
}
/** Each need is reported on its own; the search for people is the same, so it is made once per facts. */
var searched = /* @__PURE__ */ new WeakMap();
function shortagesOf(facts, type) {
	const prospect = prospects(facts, type);
	if (prospect === null) return null;
	const known = searched.get(facts) ?? /* @__PURE__ */ new Map();
	searched.set(facts, known);
	const found = known.get(type) ?? newShortages(prospect.before, prospect.after);
	known.set(type, found);
	return found;
}
function remains$1(id, need) {
	return {
		...onItem(id, "unmet", () => true),
		check: (facts, event) => {
			const itemIds = shortagesOf(facts, event.type)?.[need] ?? [];
			return {
				satisfied: itemIds.length === 0,
				itemIds
			};
		}
	};
}
var rolePermits$1 = onItem("rolePermits", "forbidden", ({ actor, version }, _, permission) => roleHeld(actor, permission, version.smallBody));
var inStage = onItem("versionStateAllows", "conflict", versionStateAllows);
var unsealed = onItem("textUnsealed", "conflict", ({ item }) => !isSealed(item));
/** Who holds no permitted role is refused for that alone. */
var threeHands$1 = onItem("threeHands", "unmet", (facts, { type }, permission) => {
	const { actor, version } = facts;
	return actor.kind === "system" || !roleHeld(actor, permission, version.smallBody) || chooseHand(facts, type, permission) !== null;
});
/** Editing can make a contributor of the last who might decide; it takes nobody away who might submit or endorse. */
var eligibility = [
	remains$1("approverRemains", "approver"),
	remains$1("deciderRemains", "decider"),
	remains$1("assessorRemains", "assessor"),
	remains$1("distinctHandsRemain", "distinctHands")
];
/** Statements about a text; a removal has none to speak of. */
var onText = (id, holds) => onItem(id, "unmet", (facts) => afterwards(facts).removal || holds(afterwards(facts)));
var lacksBasis = (item) => item.category === "STATUTORY" && item.missing.includes("bases");
/** Missing elements beside the two that have a requirement, and a message, of their own. */
function lacksElements(item) {
	return item.missing.some((code) => code !== "category" && !(code === "bases" && item.category === "STATUTORY"));
}
var categoryStated = onText("categoryStated", (item) => item.category !== null);
var basisNamed = onText("basisNamed", (item) => !lacksBasis(item));
var amendedTextComplete = [
	onText("elementsComplete", (item) => !lacksElements(item)),
	categoryStated,
	basisNamed,
	onText("repairsConfirmed", (item) => item.openRepairs === 0),
	onText("timeLimitsRead", (item) => !item.timeLimitUnread),
	onText("hitsAcknowledgedByCompiler", (item) => item.openHits.compiler === 0)
];
var officerSawHits = onText("hitsAcknowledgedByOfficer", (item) => item.openHits.officer === 0);
/** An open determination releases as a clear does; one that withholds does not. */
var whenOpened = (requirement) => ({
	...requirement,
	check: (facts, event, permission) => event.outcome === "withhold" ? {
		satisfied: true,
		itemIds: []
	} : requirement.check(facts, event, permission)
});
var notARemoval = onItem("removalDecidable", "conflict", ({ item }) => !item.removal);
var reason$1 = onEvent$1("reasonGiven", (_, event) => isWritten(event.reason));
/** What was public disappears for a reason; an item that never was just goes. */
var reasonWhenPublic = onEvent$1("reasonGiven", ({ item }, event) => !item.wasPublic || isWritten(event.reason));
var ground = onEvent$1("groundKnown", (_, event) => GROUNDS.some((known) => known === event.ground));
var fields = onEvent$1("fieldsNamed", (_, event) => (event.fields ?? []).length > 0 && (event.fields ?? []).every(isWritten));
var hazards = onEvent$1("hazardsAnswered", ({ version, item }, event) => {
	const answers = event.checklist ?? {};
	return item.removal || version.hazardQuestions.every((code) => answers[code] === "yes" || answers[code] === "no");
});
var documentNumber = onEvent$1("documentNumberGiven", (_, event) => isWritten(event.documentNumber));
var outcome = onEvent$1("outcomeKnown", (_, event) => event.outcome === "open" || event.outcome === "withhold");
var reviewDate = onEvent$1("reviewDateGiven", (_, event) => isWritten(event.reviewOn));
var keepable = onEvent$1("predecessorKeepable", ({ item }, event) => event.predecessor !== "keep" || item.keepable);
var removalKept = onEvent$1("removalOnlyKept", ({ item }, event) => !item.removal || event.predecessor === "keep");
var level = onEvent$1("levelKnown", (_, event) => event.level === "LOW" || event.level === "MEDIUM" || event.level === "HIGH");
var measures = onEvent$1("measuresGiven", (_, event) => {
	const given = Array.isArray(event.measures) ? event.measures.length > 0 && event.measures.every(isWritten) : isWritten(event.measures);
	return event.level !== "MEDIUM" || given;
});
var changedOrReplied = onEvent$1("returnedAnswered", ({ item, incoming }, event) => {
	return incoming !== null && incoming.contentHash !== item.contentHash || item.changedSinceReturned || isWritten(event.reply);
});
var changedWhenReturned = onItem("returnedAnswered", "unmet", ({ item }) => item.state !== "returned" || item.changedSinceReturned);
var everyEvent = [rolePermits$1, inStage];
var decision = [...everyEvent, threeHands$1];
/** What each event needs, one checker per concern. */
var ITEM_REQUIREMENTS = {
	create: [...everyEvent, ...eligibility],
	edit: [
		...everyEvent,
		unsealed,
		...eligibility
	],
	remove: [
		...everyEvent,
		unsealed,
		reasonWhenPublic,
		...eligibility
	],
	amend: [
		...everyEvent,
		changedOrReplied,
		...amendedTextComplete,
		...eligibility
	],
	enterReview: [...everyEvent, changedWhenReturned],
	carryOver: everyEvent,
	textBarred: everyEvent,
	clear: [
		...decision,
		categoryStated,
		basisNamed,
		officerSawHits,
		hazards
	],
	requireRedaction: [
		...decision,
		notARemoval,
		reason$1,
		fields
	],
	return: [...decision, reason$1],
	withhold: [
		...decision,
		notARemoval,
		ground,
		reason$1
	],
	discloseOnApplication: [
		...decision,
		notARemoval,
		ground,
		reason$1
	],
	refer: [
		...decision,
		notARemoval,
		reason$1
	],
	defer: [...decision, reason$1],
	resume: everyEvent,
	determine: [
		...decision,
		documentNumber,
		outcome,
		whenOpened(categoryStated),
		whenOpened(basisNamed),
		whenOpened(officerSawHits)
	],
	setAside: [
		...decision,
		reason$1,
		reviewDate,
		keepable,
		removalKept
	],
	acceptRisk: [
		...decision,
		level,
		measures
	],
	requireMitigation: [...everyEvent, reason$1],
	rejectRisk: [
		...decision,
		ground,
		reason$1
	],
	endorse: decision,
	reopen: [...everyEvent, reason$1]
};

// machines/catalogue-version.requirements.ts
function requirement(id, refusal, check, parameter = false) {
	return {
		id,
		message: REQUIREMENT_MESSAGES[id],
		refusal,
		parameter,
		check
	};
}
/** A requirement that some items may not meet. */
var noItem = (id, offends) => requirement(id, "unmet", (facts) => noneOf(facts.items.filter((item) => offends(item, facts))));
/** A requirement on the event's own parameters. */
var onEvent = (id, holds) => requirement(id, "unmet", (facts, event) => verdict(holds(facts, event)), true);
var rolePermits = requirement("rolePermits", "forbidden", ({ actor, version }, _, permission) => verdict(roleHeld(actor, permission, version.smallBody)));
/** Items that stand in the way of this actor's hand: whom they exclude from the event shares a person with it. */
function inTheWay({ items, actor, version }, event, permission) {
	const own = handsWithRole(actor, permission, version.smallBody).flatMap((hand) => [...hand.persons]);
	return items.filter((item) => share(own, event === "approve" ? excludedFromApproval([item], []) : excludedFromSubmission([item])));
}
/** Who holds no permitted role is refused for that alone. */
var threeHands = requirement("threeHands", "unmet", (facts, { type }, permission) => {
	const { actor, version } = facts;
	if (actor.kind === "system" || !roleHeld(actor, permission, version.smallBody)) return satisfied;
	if (chooseHand(facts, type, permission) !== null) return satisfied;
	return {
		satisfied: false,
		itemIds: inTheWay(facts, type, permission).map((item) => item.itemId)
	};
});
/** The version as it stands once this actor has submitted it. */
function remains(id, need) {
	return requirement(id, "unmet", (facts, { type }, permission) => {
		const hand = chooseHand(facts, type, permission);
		const submitters = [...facts.version.submitters, ...hand?.persons ?? []];
		const itemIds = shortages({
			...facts.version,
			items: facts.items,
			hands: facts.hands,
			submitters,
			submissionAhead: false
		})[need];
		return {
			satisfied: itemIds.length === 0,
			itemIds
		};
	});
}
/** Items that are about to be reviewed: what keeps a standing decision was complete when it was taken. */
var toBeReviewed = (item) => !item.removal && !isSealed(item) && [
	"drafting",
	"returned",
	"awaitingReview"
].includes(item.state);
var noneToReview = (id, offends) => noItem(id, (item) => toBeReviewed(item) && offends(item));
var itemsPresent = requirement("itemsPresent", "unmet", ({ items }) => verdict(items.length > 0));
var submission = [
	itemsPresent,
	noneToReview("elementsComplete", lacksElements),
	noneToReview("categoryStated", (item) => item.category === null),
	noneToReview("basisNamed", lacksBasis),
	noneToReview("repairsConfirmed", (item) => item.openRepairs > 0),
	noneToReview("timeLimitsRead", (item) => item.timeLimitUnread),
	noneToReview("hitsAcknowledgedByCompiler", (item) => item.openHits.compiler > 0),
	noItem("returnedAnswered", (item) => item.state === "returned" && !item.changedSinceReturned),
	remains("approverRemains", "approver"),
	remains("deciderRemains", "decider"),
	remains("assessorRemains", "assessor"),
	remains("distinctHandsRemain", "distinctHands")
];
var reason = onEvent("reasonGiven", (_, event) => isWritten(event.reason));
var nothingPublicStated = onEvent("nothingPublicStated", ({ items }, event) => event.nothingPublic === true || items.some(showsText));
var itemShown = onEvent("itemShown", ({ items }, event) => items.some((item) => item.itemId === event.itemId && showsText(item)));
var textsNamed = onEvent("textsNamed", ({ items }, { texts }) => {
	if (texts === "all" || texts === "none") return true;
	return Array.isArray(texts) && texts.length > 0 && texts.every((itemId) => items.some((item) => item.itemId === itemId));
});
var reviewed = (item) => isConcluded(item) || item.state === "cleared" || item.state === "awaitingEndorsement";
var everyItemReviewed = noItem("everyItemReviewed", (item) => !reviewed(item));
var everyItemDecided = noItem("everyItemDecided", (item) => !isConcluded(item));
/** The load-bearing check: rule 1 evaluated anew over every item, whatever the states say. */
var release = [
	itemsPresent,
	everyItemDecided,
	noItem("everyReleaseStands", (item) => item.state === "releasable" && !(item.removal ? removalStands(item) : releaseStands(item))),
	noItem("everyRefusalStands", (item) => !refusalStands(item)),
	noItem("keptTextsStand", (item) => item.state === "setAside" && item.kept && !item.keepable),
	noItem("handsApart", (item, { version }) => isConcluded(item) && !handsApart(item, version.submitters, version.smallBody))
];
/** Whoever approved earlier must still be free when the clock releases. */
var approverStillFree = requirement("threeHands", "unmet", ({ items, version }) => verdict(!share(version.approvers, excludedFromApproval(items, version.submitters))));
var due = requirement("dueNow", "conflict", ({ version }) => verdict(version.due));
var releaseNoLongerHolds = requirement("releaseNoLongerHolds", "unmet", (facts, event, permission) => verdict([...release, approverStillFree].some(({ check }) => !check(facts, event, permission).satisfied)));
var latest = requirement("latestVersion", "conflict", ({ version }) => verdict(version.latest));
var noneOpen = requirement("noOpenVersion", "conflict", ({ version }) => verdict(!version.anotherOpen));
var neverPublished = requirement("neverPublished", "conflict", ({ version }) => verdict(!version.everPublished));
/** What each event needs, one checker per concern. */
var VERSION_REQUIREMENTS = {
	create: [
		rolePermits,
		noneOpen,
		neverPublished
	],
	submit: [
		rolePermits,
		threeHands,
		...submission
	],
	discard: [rolePermits, reason],
	recall: [rolePermits, reason],
	return: [rolePermits, reason],
	concludeConfidentialityReview: [rolePermits, everyItemReviewed],
	concludeRiskAssessment: [rolePermits, everyItemDecided],
	approve: [
		rolePermits,
		threeHands,
		...release,
		nothingPublicStated
	],
	itemReopened: [rolePermits],
	textBarred: [rolePermits],
	release: [
		rolePermits,
		due,
		...release,
		approverStillFree
	],
	refuseRelease: [
		rolePermits,
		due,
		releaseNoLongerHolds
	],
	supersede: [rolePermits],
	revise: [
		rolePermits,
		latest,
		noneOpen
	],
	suspendItem: [
		rolePermits,
		reason,
		itemShown
	],
	takeDown: [
		rolePermits,
		reason,
		textsNamed
	]
};

// machines/catalogue-version.machine.ts
/** The role or roles and, where an event branches, the branch. */
var permitted = (params) => ({
	type: "permitted",
	params
});
/** A text that this open version holds was barred: nobody goes on with it before it is edited or decided anew. */
var textBarred = {
	target: "draft",
	guard: permitted({ by: ["system"] }),
	description: "所含文本被封禁，退回编制 · a text it holds was barred: back to the draft"
};
var recall = {
	target: "draft",
	guard: permitted({ by: ["compiler"] }),
	description: "编制人撤回 · the compiler takes it back; decisions stand"
};
var returnByLeader = {
	target: "draft",
	guard: permitted({ by: ["departmentLeader"] }),
	description: "部门负责人退回 · the leader returns it; decisions stand"
};
/** Leak response: the text is barred everywhere at once; the version keeps its state. */
var suspendItem = (target) => ({
	target,
	guard: permitted({ by: ["confidentialityOfficer", "departmentLeader"] }),
	description: "封禁一项的公开文本 · bars the text shown for one item, in every version"
});
var takeDown = {
	target: "takenDown",
	guard: permitted({ by: ["confidentialityOfficer", "departmentLeader"] }),
	description: "整体撤下 · a tombstone remains"
};
var revise = (target) => ({
	target,
	guard: permitted({ by: ["compiler"] }),
	description: "发起修订，本版本不变 · opens the next draft, this version stays as it is"
});
/** How a version comes to be: the first draft, or the next one after `revise` (which is judged on the version revised). */
var catalogueVersionCreation = { create: [{
	target: "draft",
	guard: permitted({ by: ["compiler"] }),
	description: "新建首个版本 · opens the first draft"
}] };
var isPermitted = guardOf(VERSION_CONDITIONS, VERSION_REQUIREMENTS);
/** A version of a catalogue from its draft to its publication and after: product.md, "catalogueVersion". */
var catalogueVersionMachine = setup({
	types: {
		context: {},
		input: {},
		events: {}
	},
	guards: { permitted: isPermitted }
}).createMachine({
	id: "catalogueVersion",
	version: "0",
	context: factsAsGiven,
	initial: "draft",
	states: {
		draft: {
			description: "编制",
			on: {
				submit: {
					target: "confidentialityReview",
					guard: permitted({ by: ["compiler"] }),
					description: "提交审查 · hands every changed item to review"
				},
				discard: {
					target: "discarded",
					guard: permitted({ by: ["compiler"] }),
					description: "作废 · gives the draft up"
				},
				textBarred
			}
		},
		confidentialityReview: {
			description: "保密审查",
			on: {
				concludeConfidentialityReview: [{
					target: "riskAssessment",
					guard: permitted({
						by: ["confidentialityOfficer"],
						when: ["assessmentOutstanding"]
					}),
					description: "审查完毕，尚有事项待评估 · every item reviewed, some await assessment"
				}, {
					target: "departmentApproval",
					guard: permitted({
						by: ["confidentialityOfficer"],
						unless: ["assessmentOutstanding"]
					}),
					description: "审查完毕，无须评估 · every item concluded"
				}],
				return: {
					target: "draft",
					guard: permitted({ by: ["confidentialityOfficer"] }),
					description: "保密审查员退回 · the officer returns it; decisions stand"
				},
				recall,
				textBarred
			}
		},
		riskAssessment: {
			description: "风险评估",
			on: {
				concludeRiskAssessment: {
					target: "departmentApproval",
					guard: permitted({
						by: ["riskAssessor"],
						smallBody: ["confidentialityOfficer"]
					}),
					description: "评估完毕 · every item concluded"
				},
				return: {
					target: "draft",
					guard: permitted({
						by: ["riskAssessor"],
						smallBody: ["confidentialityOfficer"]
					}),
					description: "风险评估员退回 · the assessor returns it; decisions stand"
				},
				recall,
				textBarred
			}
		},
		departmentApproval: {
			description: "部门审批",
			on: {
				approve: [{
					target: "scheduled",
					guard: permitted({
						by: ["departmentLeader"],
						when: ["publishLater"]
					}),
					description: "批准，定时发布 · approved for a later time"
				}, {
					target: "published",
					guard: permitted({
						by: ["departmentLeader"],
						unless: ["publishLater"]
					}),
					description: "批准并发布 · approved and published at once"
				}],
				itemReopened: {
					target: "confidentialityReview",
					guard: permitted({ by: ["system"] }),
					description: "有事项重新审查 · together with an item reopened"
				},
				return: returnByLeader,
				recall,
				textBarred
			}
		},
		scheduled: {
			description: "待发布",
			on: {
				release: {
					target: "published",
					guard: permitted({ by: ["system"] }),
					description: "到时发布 · by the clock, everything checked again"
				},
				refuseRelease: {
					target: "departmentApproval",
					guard: permitted({ by: ["system"] }),
					description: "发布条件不再具备 · the requirements no longer hold"
				},
				return: returnByLeader,
				recall,
				textBarred
			}
		},
		published: {
			description: "已发布",
			on: {
				revise: revise("published"),
				supersede: {
					target: "revised",
					guard: permitted({ by: ["system"] }),
					description: "后一版本发布 · its successor is published"
				},
				suspendItem: suspendItem("published"),
				takeDown
			}
		},
		revised: {
			description: "已修订",
			on: {
				revise: revise("revised"),
				suspendItem: suspendItem("revised"),
				takeDown
			}
		},
		takenDown: {
			description: "已撤下",
			on: {
				revise: revise("takenDown"),
				suspendItem: suspendItem("takenDown")
			}
		},
		discarded: {
			description: "已作废",
			type: "final"
		}
	}
});

// machines/lifecycles.ts
var catalogueVersion = {
	id: "catalogueVersion",
	version: "0",
	machine: catalogueVersionMachine,
	creation: catalogueVersionCreation,
	requirements: VERSION_REQUIREMENTS,
	conditions: VERSION_CONDITIONS
};

export { catalogueVersion as default };