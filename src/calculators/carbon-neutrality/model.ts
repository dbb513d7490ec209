export { check, problems } from './check.ts';
export { run } from './run.ts';
export { unsure } from './unsure.ts';
export { warnings } from './warnings.ts';
