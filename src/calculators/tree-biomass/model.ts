export { check } from './check.ts';
export { problems, warnings } from './codes.ts';
export { run } from './run.ts';
