import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measurement {
  readonly seconds: number;
  /** Processor time of the program and all it started; undefined where /proc does not tell. */
  readonly cpuSeconds: number | undefined;
  /** Highest resident memory of all of them together. */
  readonly peakMegabytes: number | undefined;
}

const ticksPerSecond = 100;
const pageBytes = 4096;

/** Runs a program and measures it with everything it starts, by looking at /proc twenty times a second. */
export function measure(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const cpu = new Map<number, number>();
    let peak = 0;
    const look = () => {
      const seen = processes().filter(
        ({ pid, ancestors }) => pid === child.pid || ancestors.includes(child.pid ?? -1),
      );
      for (const { pid, ticks } of seen) cpu.set(pid, ticks);
      peak = Math.max(peak, seen.reduce((sum, { pages }) => sum + pages, 0) * pageBytes);
    };
    const timer = setInterval(look, 50);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(timer);
      if (code !== 0) return reject(new Error(`${program} ${args.join(' ')} ended with ${code}`));
      const ticks = [...cpu.values()].reduce((sum, own) => sum + own, 0);
      resolve({
        seconds: (performance.now() - start) / 1000,
        cpuSeconds: ticks > 0 ? ticks / ticksPerSecond : undefined,
        peakMegabytes: peak > 0 ? peak / 1e6 : undefined,
      });
    });
  });
}

interface Process {
  readonly pid: number;
  readonly ancestors: readonly number[];
  readonly ticks: number;
  readonly pages: number;
}

function processes(): Process[] {
  const facts = new Map<number, { parent: number; ticks: number; pages: number }>();
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const fields = stat
          .slice(stat.lastIndexOf(')') + 2)
          .split(' ')
          .map(Number);
        facts.set(Number(name), {
          parent: fields[1] ?? 0,
          ticks: (fields[11] ?? 0) + (fields[12] ?? 0),
          pages: fields[21] ?? 0,
        });
      } catch {
        // ended while we looked
      }
    }
  } catch {
    return [];
  }
  const ancestorsOf = (pid: number): number[] => {
    const parent = facts.get(pid)?.parent;
    return parent === undefined || parent === 0 ? [] : [parent, ...ancestorsOf(parent)];
  };
  return [...facts].map(([pid, { ticks, pages }]) => ({ pid, ancestors: ancestorsOf(pid), ticks, pages }));
}
