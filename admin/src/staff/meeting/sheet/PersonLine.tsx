import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import dayjs from 'dayjs';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeTag } from '../../../crud/value/tags';
import { useVocabulary } from '../../../crud/vocabulary';
import type { AttendanceMode, AttendanceState } from '../../../generated/graphql';
import { formatDay, formatTime } from '../../../i18n/format';
import type { Declaration, Verdict } from '../../home/staff/use-decisions';
import { Choice, type Option } from './Choice';
import { type Change, contradicted, type Edit, hasSigned, isOpen, isPending, type Person, storedOf } from './model';
import type { Phase } from './phase';

export interface LineTools {
  phase: Phase;
  heldOn: string;
  answers: readonly Option<AttendanceState>[];
  modes: readonly Option<AttendanceMode>[];
  mode: AttendanceMode;
  change: (change: Change) => void;
  decide: (declaration: Declaration, verdict: Verdict) => void;
}

interface Props extends LineTools {
  person: Person;
  edit: Edit | undefined;
  /** Decided here a moment ago. */
  decided: boolean;
  /** Not on the server's sheet yet. */
  added: boolean;
  /** Where nothing around says whom they work for. */
  withOrganisation?: boolean;
}

/** One person's line: who, the answer, and how it came. Drawn again only when something of it changed: a sheet may hold hundreds. */
export const PersonLine = memo(function PersonLine({
  person,
  edit,
  decided,
  added,
  withOrganisation,
  ...tools
}: Props) {
  const { t } = useTranslation();
  const { phase, answers, modes, mode, change } = tools;
  const name = `${person.firstName} ${person.lastName}`;
  const stored = storedOf(person);
  const entry = edit?.entry ?? stored;
  const set = (entryChange: Partial<typeof entry>) =>
    change({ type: 'set', people: [person], change: entryChange, mode });
  const answer = isOpen(entry) && !(phase === 'before' && entry.state === 'REGISTERED') ? undefined : entry.state;
  const pending = isPending(person);
  const here = entry.state === 'PRESENT' && !pending;
  return (
    <li className={`line${edit ? ' line-edited' : ''}`} data-agent={person.agentId}>
      <div className="line-who">
        <strong>{name}</strong>
        <span className="quiet">
          {[person.jobTitle, withOrganisation && person.organisationName].filter(Boolean).join(' · ')}
        </span>
        <Marks person={person} edit={edit} {...tools} />
      </div>
      {phase === 'closed' || pending ? (
        <div className="line-said">
          {pending ? (
            <Decision person={person} decided={decided} decide={tools.decide} />
          ) : (
            <>
              <CodeTag list="AttendanceState" value={entry.state} />
              {here && (
                <span className="quiet">
                  {[
                    entry.mode && t(`meeting.choice.${entry.mode}`),
                    entry.contributed && t('meeting.sheet.contributed'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              )}
            </>
          )}
        </div>
      ) : (
        <>
          <Choice
            label={t('meeting.sheet.presenceOf', { name })}
            options={answers}
            value={answer}
            onChange={(state) => set({ state })}
            onClear={hasSigned(person) && !edit ? undefined : () => takeBack(person, edit, change, mode)}
          />
          <div className="line-how">
            {here && (
              <>
                <Choice
                  label={t('meeting.sheet.modeOf', { name })}
                  options={modes}
                  value={entry.mode ?? undefined}
                  onChange={(chosen) => set({ mode: chosen })}
                />
                <Checkbox
                  checked={entry.contributed}
                  aria-label={t('meeting.sheet.contributedOf', { name })}
                  onChange={({ target }) => set({ contributed: target.checked })}
                >
                  {t('meeting.sheet.contributed')}
                </Checkbox>
              </>
            )}
            {added && (
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('meeting.sheet.remove', { name })}
                title={t('meeting.sheet.remove', { name })}
                onClick={() => change({ type: 'restore', agentIds: [person.agentId] })}
              />
            )}
          </div>
        </>
      )}
    </li>
  );
});

/** Pressed again, an unsaved answer is forgotten, and a saved one becomes "no answer". */
function takeBack(person: Person, edit: Edit | undefined, change: (change: Change) => void, mode: AttendanceMode) {
  if (edit && person.attendance) change({ type: 'restore', agentIds: [person.agentId] });
  else change({ type: 'set', people: [person], change: { state: 'INVITED' }, mode });
}

/** How the line came to say what it says, and what happened to it meanwhile. */
function Marks({ person, edit, phase, heldOn, change }: LineTools & { person: Person; edit: Edit | undefined }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { attendance } = person;
  const stored = storedOf(person);
  const at = attendance?.signedAt ? dayjs(attendance.signedAt) : undefined;
  const time = at ? formatTime(at.format('HH:mm')) : '';
  const signed = hasSigned(person);
  const theirs = edit !== undefined && contradicted(person, edit);
  const marks: string[] = [];
  if (attendance?.state === 'REGISTERED' && phase !== 'before') marks.push(t('meeting.sheet.saidComing'));
  if (signed && at && !theirs) {
    const sameDay = at.format('YYYY-MM-DD') === heldOn;
    const key = attendance?.signedBy === 'QR' ? 'qr' : sameDay ? 'signed' : 'signedOn';
    marks.push(t(`meeting.sheet.${key}`, { time, day: formatDay(at.format('YYYY-MM-DD')) }));
  }
  if (attendance?.confirmation === 'PENDING')
    marks.push(t(`meeting.sheet.declaredMode.${attendance.mode ?? 'unknown'}`));
  if (attendance?.confirmation === 'CONFIRMED') marks.push(t('meeting.sheet.confirmed'));
  if (attendance?.confirmation === 'REFUSED') marks.push(t('meeting.sheet.refused'));
  if (marks.length === 0 && !theirs) return null;
  return (
    <span className="line-marks">
      {marks.map((mark) => (
        <span key={mark}>{mark}</span>
      ))}
      {theirs && (
        <span className="line-overtaken" role="alert">
          {signed
            ? t('meeting.sheet.overtakenSigned', { time })
            : t('meeting.sheet.overtaken', { state: words.code('AttendanceState', stored.state) })}
          <Button size="small" type="link" onClick={() => change({ type: 'restore', agentIds: [person.agentId] })}>
            {t('meeting.sheet.keepTheirs')}
          </Button>
        </span>
      )}
    </span>
  );
}

function Decision({ person, decided, decide }: { person: Person; decided: boolean; decide: LineTools['decide'] }) {
  const { t } = useTranslation();
  const { attendance, firstName, lastName } = person;
  if (!attendance) return null;
  if (decided) return <span className="quiet">{t('meeting.sheet.decided')}</span>;
  const name = `${firstName} ${lastName}`;
  const declaration = { id: attendance.id, revision: attendance.revision, name };
  return (
    <>
      <Button aria-label={t('home.declaration.confirmOf', { name })} onClick={() => decide(declaration, 'confirm')}>
        {t('home.declaration.confirm')}
      </Button>
      <Button
        type="text"
        aria-label={t('home.declaration.refuseOf', { name })}
        onClick={() => decide(declaration, 'refuse')}
      >
        {t('home.declaration.refuse')}
      </Button>
    </>
  );
}
