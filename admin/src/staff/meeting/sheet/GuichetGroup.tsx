import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '../../../crud/registry';
import { LevelTag } from '../../../crud/value/tags';
import { Choice } from './Choice';
import { type Draft, entryOf, hasSigned, isPending, type Person, type SheetGuichet } from './model';
import { type LineTools, PersonLine } from './PersonLine';
import { useAnswers } from './phase';

interface Props {
  guichet: SheetGuichet;
  /** Those to show. */
  people: readonly Person[];
  draft: Draft;
  decided: ReadonlySet<string>;
  tools: LineTools;
}

/** A guichet of the sheet: its agents, and one answer for all of them. */
export function GuichetGroup({ guichet, people, draft, decided, tools }: Props) {
  const { t } = useTranslation();
  const titleId = useId();
  const answers = useAnswers(tools.phase, 'many');
  const { guichetId, guichetName, communeName, level, agents } = guichet;
  // Who signed keeps their signature: a whole guichet does not take it back.
  const settable = agents.filter((person) => !isPending(person) && !hasSigned(person));
  const [first, ...rest] = agents.map((person) => entryOf(person, draft).state);
  const common = rest.every((state) => state === first) ? first : undefined;
  return (
    <section className="guichet-group" aria-labelledby={titleId}>
      <header>
        <h3 id={titleId}>
          <Link to={pathTo('Guichet', guichetId)}>{guichetName}</Link>
        </h3>
        <LevelTag level={level} />
        {!guichetName.includes(communeName) && <span className="quiet">{communeName}</span>}
        {tools.phase !== 'closed' && settable.length > 1 && (
          <div className="whole-guichet no-print">
            <span className="quiet" aria-hidden="true">
              {t('meeting.sheet.all')}
            </span>
            <Choice
              label={t('meeting.sheet.allOf', { name: guichetName })}
              options={answers}
              value={common}
              onChange={(state) => tools.change({ type: 'set', people: settable, change: { state }, mode: tools.mode })}
              onClear={() => tools.change({ type: 'restore', agentIds: settable.map(({ agentId }) => agentId) })}
            />
          </div>
        )}
      </header>
      {agents.length === 0 ? (
        <p className="quiet">
          {t('meeting.sheet.emptyGuichet')}{' '}
          <Link className="no-print" to={`/assignments/new?guichetId=${encodeURIComponent(guichetId)}`}>
            {t('meeting.sheet.assign')}
          </Link>
        </p>
      ) : (
        <ul className="lines">
          {people.map((person) => (
            <PersonLine
              key={person.agentId}
              person={person}
              edit={draft.edits.get(person.agentId)}
              decided={decided.has(person.attendance?.id ?? '')}
              added={false}
              {...tools}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
