import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = '.github/workflows';
const expression = (text: string) => `\${{ ${text} }}`;
const workflows = [
  ...readdirSync(folder).map((name) => join(folder, name)),
  'docs/deploy/static-host.yml',
].map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
  workflow: parse(readFileSync(file, 'utf8')) as Workflow,
}));
const named = (name: string) => {
  const found = workflows.find(({ file }) => file === join(folder, name));
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const jobs = workflows.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([id, job]) => ({ where: `${file} ${id}`, job })),
);
const steps = jobs.flatMap(({ where, job }) => job.steps.map((step) => ({ where, step })));

/** Hashes that were seen in the workflows of other projects (mdn/content among them) beside the version they stand for. */
const seenActions: Readonly<Record<string, string>> = {
  'actions/checkout@1af3b93b6815bc44a9784bd300feb67ff0d1eeb3': 'v6.0.0',
  'actions/setup-node@2028fbc5c25fe9cf00d9f06a71cc4710d4507903': 'v6.0.0',
  'actions/upload-artifact@330a01c490aca151604b8cf639adc76d48f6c5d4': 'v5.0.0',
  'actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa': 'v3.0.1',
  'actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e': 'v4.0.5',
};

// The parser imports JSON without saying so, which Node refuses.
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    return found.url.endsWith('.json') ? { ...found, importAttributes: { type: 'json' } } : found;
  },
});
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import(
  '@actions/workflow-parser'
);

/** What the parser that GitHub itself uses has to say. */
async function faults(content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name: 'workflow.yml', content }, new NoOperationTraceWriter());
  const found = context.errors.getErrors().map(({ message }) => message);
  if (!value) return found;
  const { errors = [] } = await convertWorkflowTemplate(context, value);
  return [...found, ...errors.map(({ Message }) => Message)];
}

describe('every workflow', () => {
  it('is understood by the parser of GitHub', async () => {
    expect(await faults('on: push\njobs: { a: { runs-on: ubuntu-latest, stepz: [] } }')).not.toEqual([]);
    expect(
      await faults('on: push\njobs: { a: { runs-on: ubuntu-latest, needs: b, steps: [{ run: ls }] } }'),
    ).not.toEqual([]);
    expect(
      await faults(
        `on: push\njobs: { a: { runs-on: ubuntu-latest, if: "\${{ githob.x }}", steps: [{ run: ls }] } }`,
      ),
    ).not.toEqual([]);
    for (const { file, text } of workflows) expect(await faults(text), file).toEqual([]);
  });

  it('gives no right that a job does not name', () => {
    for (const { file, workflow } of workflows) expect(workflow.permissions, file).toEqual({});
    for (const { where, job } of jobs) {
      expect(job.permissions, where).toBeDefined();
      expect(job['timeout-minutes'], where).toBeLessThanOrEqual(60);
    }
  });

  it('pins actions by a hash that was seen, with the version beside it', () => {
    for (const { text, file } of workflows)
      for (const [, action = '', version = ''] of text.matchAll(/uses: *(\S+)(?: *# *(\S+))?/g))
        expect([action, version], file).toEqual([action, seenActions[action]]);
  });

  it('keeps what others wrote out of its scripts', () => {
    for (const { where, step } of steps) {
      expect(step.run ?? '', where).not.toContain('${{');
      for (const value of Object.values(step.env ?? {}))
        expect(value, where).not.toMatch(
          /github\.(event\.pull_request\.(title|body|head)|head_ref|event\.comment)/,
        );
    }
  });

  it('leaves no credentials behind', () => {
    for (const { where, step } of steps)
      if (step.uses?.startsWith('actions/checkout@'))
        expect(step.with?.['persist-credentials'], where).toBe(false);
  });

  it('runs programs that exist', () => {
    for (const { step } of steps)
      for (const [, script = ''] of (step.run ?? '').matchAll(/node (src\/\S+)/g))
        expect(existsSync(script), script).toBe(true);
  });
});

describe('a workflow for strangers', () => {
  it('never runs in the name of a pull request with rights of its own', () => {
    for (const { text, workflow } of workflows) {
      expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
      expect(text).not.toMatch(/allow-unsafe-pr-checkout|actions\/cache|secrets: *inherit/);
    }
  });

  it('has no secret and no right to write', () => {
    for (const { text, workflow, file } of workflows) {
      if (!('pull_request' in workflow.on)) continue;
      expect(text, file).not.toContain('secrets.');
      for (const { permissions } of Object.values(workflow.jobs))
        expect(permissions, file).toEqual({ contents: 'read' });
    }
  });

  it('is judged by the program of the branch it goes to', () => {
    const { workflow, text } = named('contribution.yml');
    const checkouts = (workflow.jobs['check']?.steps ?? []).filter(({ uses }) =>
      uses?.startsWith('actions/checkout@'),
    );
    expect(checkouts.map((step) => step.with?.['ref'])).toEqual([
      expression('github.event.pull_request.base.sha'),
    ]);
    expect(text).not.toMatch(/git (checkout|switch|merge|worktree|archive|submodule)/);
    expect(text).toContain('npm ci --ignore-scripts');
    expect(text).toContain('unshare --net');
  });

  it('is reported on by the main branch, which checks out nothing else', () => {
    const { workflow, text } = named('contribution-report.yml');
    expect(workflow.on).toEqual({
      workflow_run: {
        workflows: [(parse(named('contribution.yml').text) as { name: string }).name],
        types: ['completed'],
      },
    });
    for (const [, ref] of text.matchAll(/^ *ref: (.*)$/gm))
      expect(ref).toBe(expression('github.event.repository.default_branch'));
    expect(text).not.toMatch(/head_sha|head_branch|head_repository|unzip|gh run download/);
    expect(workflow.jobs['comment']?.permissions).toEqual({
      actions: 'read',
      contents: 'read',
      issues: 'write',
      'pull-requests': 'write',
    });
    expect(text.split('secrets.').length).toBe(2);
  });
});

describe('the forms', () => {
  interface Form {
    readonly name: string;
    readonly body: readonly {
      readonly type: string;
      readonly id?: string;
      readonly attributes: { readonly label?: string };
    }[];
  }
  const forms = readdirSync('.github/ISSUE_TEMPLATE')
    .filter((name) => name !== 'config.yml')
    .map((name) => ({ name, form: parse(readFileSync(`.github/ISSUE_TEMPLATE/${name}`, 'utf8')) as Form }));

  it('are three, each with fields that have names', () => {
    expect(forms.map(({ name }) => name).sort()).toEqual([
      'offer-translation.yml',
      'propose-case.yml',
      'report-figure.yml',
    ]);
    for (const { name, form } of forms) {
      expect(form.name, name).toBeTruthy();
      const fields = form.body.filter(({ type }) => type !== 'markdown');
      expect(fields.length, name).toBeGreaterThan(1);
      expect(new Set(fields.map(({ id }) => id)).size, name).toBe(fields.length);
      for (const { id, attributes } of fields) {
        expect(id, name).toMatch(/^[a-z-]+$/);
        expect(attributes.label, name).toBeTruthy();
      }
    }
  });

  it('let a link with a filled-in text open, for trackers without forms', () => {
    const config = parse(readFileSync('.github/ISSUE_TEMPLATE/config.yml', 'utf8')) as Record<
      string,
      unknown
    >;
    expect(config['blank_issues_enabled']).toBe(true);
  });

  it('have the fields that the link beside a figure fills in', async () => {
    const { figureForm } = await import('../../src/portal/report.ts');
    const form = forms.find(({ name }) => name === figureForm.template)?.form;
    const ids = form?.body.map(({ id }) => id) ?? [];
    for (const field of figureForm.fields) expect(ids).toContain(field);
  });
});

describe('owners', () => {
  it('are set by the organisation: no line names somebody that may not exist', () => {
    const lines = readFileSync('.github/CODEOWNERS', 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    expect(lines.every((line) => line.startsWith('#'))).toBe(true);
    const patterns = lines.flatMap((line) => /^# (\/\S+) +@TO-BE-SET/.exec(line)?.[1] ?? []);
    expect(patterns.length).toBeGreaterThan(10);
    for (const pattern of patterns.filter((one) => !one.includes('*')))
      expect(existsSync(pattern.slice(1)), pattern).toBe(true);
  });
});
