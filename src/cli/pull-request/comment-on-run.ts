import { z } from 'zod';
import { fileOf } from './artefact.ts';
import { commentFor, languageOfRequest, marker, type Preview } from './comment.ts';
import type { GitHub } from './github.ts';
import { largestReport, type Report, readReport } from './report.ts';

/** What GitHub itself says of the run that has ended; the artefact is asked for nothing of it. */
const run = z.object({
  workflow_run: z.object({
    id: z.int(),
    head_sha: z.string().regex(/^[0-9a-f]{40}$/),
    head_branch: z.string(),
    event: z.literal('pull_request'),
    head_repository: z.object({
      owner: z.object({ login: z.string().regex(/^[A-Za-z0-9-]{1,39}(\[bot\])?$/) }),
    }),
  }),
  repository: z.object({ full_name: z.string().regex(/^[\w.-]+\/[\w.-]+$/) }),
});

const pullRequests = z.array(
  z.object({
    number: z.int().positive(),
    body: z.string().nullable(),
    head: z.object({ sha: z.string() }),
    base: z.object({ repo: z.object({ full_name: z.string() }) }),
    labels: z.array(z.object({ name: z.string() })),
  }),
);
const artefacts = z.object({
  artifacts: z.array(z.object({ id: z.int(), name: z.string(), size_in_bytes: z.number() })),
});
const comments = z.array(
  z.object({ id: z.int(), body: z.string().nullish(), user: z.object({ login: z.string() }).nullish() }),
);

/** The account that workflows write as; a comment of anybody else is left alone, whatever it begins with. */
const bot = 'github-actions[bot]';
export const maintainersLabel = 'needs-maintainer';

export interface Commented {
  readonly number: number;
  readonly sha: string;
  readonly outcome: Report['outcome'];
}

/**
 * Writes the one comment for a finished run, or brings it up to date. Which pull request it belongs to is asked of
 * GitHub, by the commit that was checked: a number in the artefact would be whatever its maker wanted.
 */
export async function commentOnRun(
  event: unknown,
  github: GitHub,
  preview: (number: number) => Preview | undefined = () => undefined,
): Promise<Commented | undefined> {
  const { workflow_run, repository } = run.parse(event);
  const { id, head_sha, head_branch, head_repository } = workflow_run;
  const repo = `/repos/${repository.full_name}`;
  const head = encodeURIComponent(`${head_repository.owner.login}:${head_branch}`);
  const found = pullRequests
    .parse(await github.get(`${repo}/pulls?state=open&per_page=100&head=${head}`))
    .filter((one) => one.head.sha === head_sha && one.base.repo.full_name === repository.full_name);
  const [request] = found;
  if (!request || found.length > 1) return undefined;

  const report = await reportOf(github, repo, id);
  const body = commentFor(report, languageOfRequest(request.body), preview(request.number));
  const known = await ownComment(github, `${repo}/issues/${request.number}/comments`);
  if (known) await github.send('PATCH', `${repo}/issues/comments/${known.id}`, { body });
  else await github.send('POST', `${repo}/issues/${request.number}/comments`, { body });

  const outcome = report?.outcome ?? 'failed';
  const labelled = request.labels.some(({ name }) => name === maintainersLabel);
  const labels = `${repo}/issues/${request.number}/labels`;
  if (outcome === 'maintainer' && !labelled)
    await github.send('POST', labels, { labels: [maintainersLabel] });
  if (outcome !== 'maintainer' && labelled) await github.send('DELETE', `${labels}/${maintainersLabel}`);
  return { number: request.number, sha: head_sha, outcome };
}

/** The comment that an earlier run wrote, on any of the first ten pages. */
async function ownComment(github: GitHub, address: string): Promise<{ id: number } | undefined> {
  for (let page = 1; page <= 10; page += 1) {
    const some = comments.parse(await github.get(`${address}?per_page=100&page=${page}`));
    const own = some.find((one) => one.user?.login === bot && one.body?.startsWith(marker));
    if (own || some.length < 100) return own;
  }
  return undefined;
}

async function reportOf(github: GitHub, repo: string, run: number): Promise<Report | undefined> {
  const { artifacts } = artefacts.parse(
    await github.get(`${repo}/actions/runs/${run}/artifacts?per_page=100`),
  );
  const [artefact, second] = artifacts.filter(({ name }) => name === 'report');
  if (!artefact || second || artefact.size_in_bytes > largestReport) return undefined;
  const archive = await github.bytes(`${repo}/actions/artifacts/${artefact.id}/zip`, largestReport);
  const file = archive && fileOf(archive, 'report.json', largestReport);
  return file && readReport(file);
}
