import { type RawBuilder, sql } from 'kysely';
import { AsOfBeforeHistory } from '../base/shared.errors.js';
import type { ConceptMeta, Sql } from '../concept/meta.js';
import type { When } from './when.js';

/**
 * Rows as they were recorded by a moment, for one statement: each table asked for becomes a common table expression over the
 * function that gives it (`history/triggers.ts`), so that it is put together once, however often the answer looks through it.
 */
export class Recorded {
  readonly #sources = new Map<string, Sql>();
  readonly #moments: string[] = [];
  readonly #asked = new Map<string, { concept: ConceptMeta; moment: string }>();

  /** Where the rows of a concept asked for by a moment come from, and those of all that it leads to. */
  by(moment: string, concept: ConceptMeta): Pick<When, 'table' | 'asOf'> {
    this.#asked.set(`${concept.name} ${moment}`, { concept, moment });
    const number = this.#numberOf(moment);
    return {
      asOf: moment,
      table: (name) => {
        const source = `${name}_${number}`;
        if (!this.#sources.has(source))
          this.#sources.set(source, sql`select * from ${sql.id(`${name}_as_of`)}(${moment}::timestamptz)`);
        return sql.id(source);
      },
    };
  }

  #numberOf(moment: string): number {
    if (!this.#moments.includes(moment)) this.#moments.push(moment);
    return this.#moments.indexOf(moment) + 1;
  }

  /** `with … ` in front of the statement; nothing when no moment is asked for. */
  get sources(): RawBuilder<unknown> {
    const sources = [...this.#sources].map(([name, rows]) => sql`${sql.id(name)} as materialized (${rows})`);
    return sources.length === 0 ? sql`` : sql`with ${sql.join(sources)} `;
  }

  /** Columns that say since when the concepts asked for are recorded: `check` reads them. */
  get beginnings(): Sql[] {
    return [...this.#asked.values()].map(
      ({ concept }, index) =>
        sql`to_char(history_from(${concept.name}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${sql.ref(`since_${index}`)}`,
    );
  }

  /** @throws AsOfBeforeHistory when a moment lies before the first recorded change of a concept within what the caller reads */
  check(row: Record<string, unknown>): void {
    for (const [index, { moment }] of [...this.#asked.values()].entries()) {
      const since = row[`since_${index}`];
      if (typeof since === 'string' && since > moment) throw new AsOfBeforeHistory(since);
    }
  }
}
