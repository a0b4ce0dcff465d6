import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createVitest, type TestSpecification, type Vitest } from 'vitest/node';
import { projectRoot } from '../src/project.js';

/** A changed file, and the tests that should notice: paths from the root. */
export interface Change {
  says: string;
  file: string;
  text: string;
  tests: readonly string[];
}
export type Outcome = 'killed' | 'survived' | 'too slow';

/** How long the tests of one change may take, in milliseconds: some changes make a loop endless. */
const patience = 240_000;

/** The sources as they are now, committed or not, in a folder of their own. PostgreSQL's user must reach it. */
const copySources = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parvis-mutants-'));
  execFileSync('chmod', ['755', folder]);
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  for (const file of listed.split('\0').filter(Boolean)) {
    if (!statSync(path.join(projectRoot, file), { throwIfNoEntry: false })?.isFile()) continue;
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    cpSync(path.join(projectRoot, file), path.join(folder, file));
  }
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
};

/** Runs tests again and again over a scratch copy of the sources, of which one file at a time is changed. */
export class Mutation {
  readonly #folder = copySources();
  #vitest: Vitest | undefined;
  #specifications: TestSpecification[] = [];
  /** The files of tests that failed in the last run. */
  failed: string[] = [];

  constructor(private readonly projects: readonly string[]) {}

  /** Do the tests whose path has one of these parts in it pass on the sources as they are? */
  async passes(tests: readonly string[]): Promise<boolean> {
    return (await this.#run(tests, 20 * patience)) === 'survived';
  }

  async try({ file, text, tests }: Change): Promise<Outcome> {
    const place = path.join(this.#folder, file);
    const before = readFileSync(place, 'utf8');
    await this.#write(place, text);
    try {
      return await this.#run(tests);
    } finally {
      await this.#write(place, before);
    }
  }

  async close(): Promise<void> {
    await this.#vitest?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #write(place: string, text: string): Promise<void> {
    writeFileSync(place, text);
    (await this.#started()).invalidateFile(place);
  }

  /** One vitest for all changes: its server of PostgreSQL and what it has read of the sources stay. */
  async #started(): Promise<Vitest> {
    if (this.#vitest) return this.#vitest;
    const project = [...this.projects];
    // A busy machine is no mistake of the code.
    const slow = { testTimeout: 120_000, hookTimeout: 120_000 };
    const vitest = await createVitest({ root: this.#folder, project, watch: false, bail: 1, reporters: [{}], ...slow });
    this.#vitest = vitest;
    this.#specifications = await vitest.globTestSpecifications();
    return vitest;
  }

  async #run(tests: readonly string[], wait = patience): Promise<Outcome> {
    const vitest = await this.#started();
    const wanted = this.#specifications.filter(({ moduleId }) =>
      tests.some((part) => path.relative(this.#folder, moduleId).startsWith(part)),
    );
    if (wanted.length === 0) throw new Error(`No test is called ${tests.join(' or ')}.`);
    const { promise: late, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => resolve(undefined), wait);
    const done = await Promise.race([vitest.runTestSpecifications(wanted), late]);
    clearTimeout(timer);
    if (!done) {
      // Whoever is caught in a loop hears nothing but the end.
      this.#vitest = undefined;
      await vitest.close();
      return 'too slow';
    }
    // Those of earlier runs are told as well.
    const asked = new Set(wanted.map(({ moduleId }) => moduleId));
    const failed = done.testModules.filter((module) => asked.has(module.moduleId) && !module.ok());
    this.failed = failed.map(({ relativeModuleId }) => relativeModuleId);
    return failed.length === 0 && done.unhandledErrors.length === 0 ? 'survived' : 'killed';
  }
}

/** Tries changes one after the other, and tells of each as it comes. @returns those that no test noticed */
export const survivorsOf = async (changes: readonly Change[], projects: readonly string[]): Promise<Change[]> => {
  const mutation = new Mutation(projects);
  try {
    const tests = [...new Set(changes.flatMap((change) => change.tests))];
    if (!(await mutation.passes(tests)))
      throw new Error(`On the sources as they are, tests fail: ${mutation.failed.join(', ') || 'too slow'}`);
    const survivors: Change[] = [];
    for (const [index, change] of changes.entries()) {
      const outcome = await mutation.try(change);
      console.log(`${index + 1}/${changes.length} ${outcome}: ${change.file}: ${change.says}`);
      if (outcome === 'survived') survivors.push(change);
    }
    return survivors;
  } finally {
    await mutation.close();
  }
};
