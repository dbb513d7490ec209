import { appendFileSync, readFileSync } from 'node:fs';
import { commentOnRun } from './comment-on-run.ts';
import { gitHub } from './github.ts';

/**
 * node src/cli/pull-request/comment-command.ts, in a workflow_run workflow: GITHUB_EVENT_PATH, GITHUB_API_URL and
 * GITHUB_TOKEN come from GitHub; PREVIEW_ORIGIN is the address of the previews, where the organisation has one.
 */
const { GITHUB_EVENT_PATH, GITHUB_API_URL, GITHUB_TOKEN, GITHUB_OUTPUT, PREVIEW_ORIGIN } = process.env;
if (!GITHUB_EVENT_PATH || !GITHUB_API_URL || !GITHUB_TOKEN) throw new Error('This runs in a workflow only.');
const event: unknown = JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8'));
const done = await commentOnRun(event, gitHub(GITHUB_API_URL, GITHUB_TOKEN), (number) =>
  PREVIEW_ORIGIN ? { address: `${PREVIEW_ORIGIN.replace(/\/$/, '')}/pr-${number}/` } : undefined,
);
console.log(done ? `pull request ${done.number}: ${done.outcome}` : 'no open pull request at this commit');
if (done && GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, `number=${done.number}\noutcome=${done.outcome}\n`);
