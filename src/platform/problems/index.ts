export { codeOfStatus, messageFor, registerMessages } from './catalogue.js';
export { PROBLEM_TYPE, ProblemFilter, sendProblem } from './filter.js';
export { fill, preferredLanguage, type Language, type Message, type MessageParameters } from './message.js';
export { idempotencyKey, ifMatch, versionETag } from './preconditions.js';
export { ProblemError, type FieldFault, type ProblemDocument, type ProblemInit, type UnmetRequirement } from './problem-error.js';
export { toProblem } from './translate.js';
export { validationPipe } from './validation.js';
