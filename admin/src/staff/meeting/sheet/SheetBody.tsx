import { SearchOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Typography } from 'antd';
import { type CSSProperties, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatLongDay } from '../../../i18n/format';
import { usePalette } from '../../../theme/Appearance';
import type { Declaration, Verdict } from '../../home/staff/use-decisions';
import { AddPerson } from './AddPerson';
import { Counters, type CountName, isCounted } from './Counters';
import { GuichetGroup } from './GuichetGroup';
import { walkSheet } from './keys';
import {
  countsOf,
  type Draft,
  entryOf,
  isOpen,
  isPending,
  matches,
  othersOf,
  type Person,
  peopleOf,
  type Sheet,
} from './model';
import { type LineTools, PersonLine } from './PersonLine';
import { type Phase, useAnswers, useModes, usualMode } from './phase';

interface Props {
  sheet: Sheet;
  draft: Draft;
  phase: Phase;
  change: LineTools['change'];
  taken: ReadonlySet<string>;
  decide: (declaration: Declaration, verdict: Verdict) => void;
}

/** The answers wear the hues of their tags in lists. */
function useSheetHues(): CSSProperties {
  const { states } = usePalette();
  return {
    '--sheet-present': states.MET.text,
    '--sheet-present-tint': states.MET.tint,
    '--sheet-excused': states.AT_RISK.text,
    '--sheet-excused-tint': states.AT_RISK.tint,
    '--sheet-absent': states.UNKNOWN.text,
    '--sheet-absent-tint': states.UNKNOWN.tint,
  } as CSSProperties;
}

/** As many people as need a search box. */
const many = 12;

/** The attendance sheet: everyone expected, by guichet, then who came besides. */
export function SheetBody({ sheet, draft, phase, change, taken, decide }: Props) {
  const { t } = useTranslation();
  const { meeting } = sheet;
  const answers = useAnswers(phase);
  const bulk = useAnswers(phase, 'many');
  const modes = useModes();
  const mode = usualMode(meeting);
  const hues = useSheetHues();
  const [typed, setTyped] = useState('');
  const sought = useDeferredValue(typed.trim());
  // Who was counted when the counter was pressed: an answer does not make the line jump away.
  const [only, setOnly] = useState<{ name: CountName; ids: ReadonlySet<string> }>();
  const tools = useMemo<LineTools>(
    () => ({ phase, heldOn: meeting.heldOn, answers, modes, mode, change, decide }),
    [phase, meeting.heldOn, answers, modes, mode, change, decide],
  );

  const people = useMemo(() => peopleOf(sheet, draft), [sheet, draft]);
  const counts = useMemo(() => countsOf(people, draft), [people, draft]);
  const others = othersOf(sheet, draft);
  const known = useMemo(() => new Set(people.map(({ agentId }) => agentId)), [people]);
  const addedIds = new Set(draft.added.map(({ agentId }) => agentId));
  const unanswered = people.filter((person) => {
    const entry = entryOf(person, draft);
    return !isPending(person) && (phase === 'before' ? entry.state === 'INVITED' : isOpen(entry));
  });
  const narrowed = sought !== '' || only !== undefined;

  const toggleOnly = (name: CountName | undefined) => {
    if (!name) return setOnly(undefined);
    const wanted = isCounted(name, phase);
    const chosen = people.filter((person) => wanted.some((one) => countsOf([person], draft)[one] === 1));
    return setOnly({ name, ids: new Set(chosen.map(({ agentId }) => agentId)) });
  };
  const visible = (list: readonly Person[], guichet?: Sheet['guichets'][number]) =>
    narrowed
      ? list.filter(
          (person) => (!only || only.ids.has(person.agentId)) && (!sought || matches(sought, person, guichet)),
        )
      : list;
  const groups = sheet.guichets
    .map((guichet) => ({ guichet, people: visible(guichet.agents, guichet) }))
    .filter((group) => !narrowed || group.people.length > 0);
  const besides = visible(others);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the radio buttons within, which are the controls
    <div className="sheet" style={hues} onKeyDown={walkSheet}>
      {phase === 'before' && (
        <p className="quiet no-print">{t('meeting.sheet.before', { day: formatLongDay(meeting.heldOn) })}</p>
      )}
      {!meeting.outside && <Counters counts={counts} phase={phase} only={only?.name} onOnly={toggleOnly} />}
      <div className="sheet-tools no-print">
        {(people.length > many || narrowed) && (
          <Input
            className="sheet-search"
            type="search"
            prefix={<SearchOutlined aria-hidden="true" />}
            allowClear
            value={typed}
            aria-label={t('meeting.sheet.find')}
            placeholder={t('meeting.sheet.find')}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
        {phase !== 'closed' && unanswered.length > 1 && (
          <fieldset className="the-rest">
            <legend className="seen-by-readers">{t('meeting.sheet.restLabel')}</legend>
            <span>{t(`meeting.sheet.${phase === 'before' ? 'rest' : 'unmarked'}`, { count: unanswered.length })}</span>
            <Flex className="bulk-choices" wrap gap="small">
              {bulk.map(({ value, label, icon }) => (
                <Button
                  key={value}
                  icon={icon}
                  onClick={() => change({ type: 'set', people: unanswered, change: { state: value }, mode })}
                >
                  {label}
                </Button>
              ))}
            </Flex>
          </fieldset>
        )}
      </div>
      {phase !== 'closed' && (
        <p className="sheet-keys quiet no-print">
          {t('meeting.sheet.keys', {
            letters: answers
              .map(({ letter = '', label }) => t('meeting.sheet.key', { letter: letter.toUpperCase(), state: label }))
              .join(', '),
          })}
        </p>
      )}
      {sheet.guichets.length === 0 && !meeting.outside && <p className="quiet">{t('meeting.sheet.nobody')}</p>}
      {groups.map((group) => (
        <GuichetGroup
          key={group.guichet.guichetId}
          guichet={group.guichet}
          people={group.people}
          draft={draft}
          decided={taken}
          tools={tools}
        />
      ))}
      {narrowed && groups.length === 0 && besides.length === 0 && (
        <div className="empty">
          <p>{t('meeting.sheet.nobodyFound')}</p>
          <Button
            onClick={() => {
              setTyped('');
              setOnly(undefined);
            }}
          >
            {t('meeting.sheet.showAll')}
          </Button>
        </div>
      )}
      {(besides.length > 0 || (phase !== 'closed' && !narrowed)) && (
        <section className="guichet-group" aria-label={t('meeting.sheet.others')}>
          {!meeting.outside && (
            <header>
              <Typography.Title level={3}>{t('meeting.sheet.others')}</Typography.Title>
            </header>
          )}
          {!meeting.outside && <p className="quiet">{t('meeting.sheet.othersWhy')}</p>}
          {besides.length > 0 && (
            <ul className="lines">
              {besides.map((person) => (
                <PersonLine
                  key={person.agentId}
                  person={person}
                  edit={draft.edits.get(person.agentId)}
                  decided={taken.has(person.attendance?.id ?? '')}
                  withOrganisation
                  added={addedIds.has(person.agentId) && !person.attendance}
                  {...tools}
                />
              ))}
            </ul>
          )}
          {phase !== 'closed' && (
            <AddPerson
              known={known}
              heldOn={meeting.heldOn}
              onAdd={(person) =>
                change({
                  type: 'add',
                  person,
                  entry:
                    phase === 'day'
                      ? { state: 'PRESENT', mode, contributed: false }
                      : { state: 'REGISTERED', mode: null, contributed: false },
                })
              }
            />
          )}
        </section>
      )}
    </div>
  );
}
