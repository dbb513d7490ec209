export { assess as run } from './assess.ts';
export { findProblems as check, problems } from './inputs.ts';
export { warnings } from './warnings.ts';
