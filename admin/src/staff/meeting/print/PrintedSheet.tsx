import dayjs from 'dayjs';
import { useEffect, useRef, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../../../crud/vocabulary';
import { formatDay, formatInstant } from '../../../i18n/format';
import { useToday } from '../../../shell/session-context';
import { whenOf } from '../MeetingFrame';
import { type Draft, entryOf, isPending, othersOf, type Person, type Sheet } from '../sheet/model';

/** `blank`: to be signed in the room. `filled`: what the sheet says. */
export type Printing = 'blank' | 'filled';

interface Props {
  sheet: Sheet;
  draft: Draft;
  printing: Printing | undefined;
  onPrinted: () => void;
}

/** Lines left for people who were not expected. */
const spare = 6;

/** The sheet on paper; also what the browser's own "print" gives. It is drawn only while printing. */
export function PrintedSheet({ sheet, draft, printing, onPrinted }: Props) {
  const [byBrowser, setByBrowser] = useState(false);
  const asked = useRef(false);

  useEffect(() => {
    // The browser takes its picture as soon as the listeners return.
    const before = () => {
      if (!asked.current) flushSync(() => setByBrowser(true));
    };
    const after = () => setByBrowser(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  useEffect(() => {
    if (!printing) return;
    asked.current = true;
    window.print();
    asked.current = false;
    onPrinted();
  }, [printing, onPrinted]);

  const kind = printing ?? (byBrowser ? 'filled' : undefined);
  if (!kind || sheet.meeting.state === 'CANCELLED') return null;
  // Beside the application, so that paper has this and nothing else.
  return createPortal(<Paper sheet={sheet} draft={draft} kind={kind} />, document.body);
}

function Paper({ sheet, draft, kind }: { sheet: Sheet; draft: Draft; kind: Printing }) {
  const { t } = useTranslation();
  const today = useToday();
  const { meeting, guichets } = sheet;
  const others = othersOf(sheet, draft);
  const blank = kind === 'blank';
  const columns = blank ? ['name', 'job', 'signature'] : ['name', 'job', 'presence', 'mode', 'signedAt', 'contributed'];
  return (
    <div className="paper">
      <h1>{meeting.title}</h1>
      <p>
        {[whenOf(meeting, t), meeting.place, meeting.organiser?.name ?? meeting.organiserName]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <h2>{t('meeting.sheet.title')}</h2>
      <table className={`paper-${kind}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`meeting.print.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {guichets
          .filter(({ agents }) => agents.length > 0)
          .map(({ guichetId, guichetName, communeName, level, agents }) => (
            <tbody key={guichetId}>
              <GuichetRow name={guichetName} commune={communeName} level={level} span={columns.length} />
              {agents.map((person) => (
                <PaperLine key={person.agentId} person={person} draft={draft} blank={blank} />
              ))}
            </tbody>
          ))}
        {(others.length > 0 || blank) && (
          <tbody>
            <tr className="paper-guichet">
              <th colSpan={columns.length} scope="colgroup">
                {t('meeting.sheet.others')}
              </th>
            </tr>
            {others.map((person) => (
              <PaperLine key={person.agentId} person={person} draft={draft} blank={blank} />
            ))}
            {blank &&
              Array.from({ length: spare }, (_, index) => `spare ${index}`).map((key) => (
                <tr key={key}>
                  {columns.map((column) => (
                    <td key={column} />
                  ))}
                </tr>
              ))}
          </tbody>
        )}
      </table>
      <p className="paper-foot">{t('meeting.print.printed', { day: formatDay(today) })}</p>
    </div>
  );
}

function GuichetRow({ name, commune, level, span }: { name: string; commune: string; level: string; span: number }) {
  const words = useVocabulary();
  return (
    <tr className="paper-guichet">
      <th colSpan={span} scope="colgroup">
        {name}
        <small>
          {commune} · {words.code('Level', level)}
        </small>
      </th>
    </tr>
  );
}

function PaperLine({ person, draft, blank }: { person: Person; draft: Draft; blank: boolean }) {
  const { t } = useTranslation();
  const words = useVocabulary();
  const entry = entryOf(person, draft);
  const { attendance } = person;
  const name = `${person.lastName} ${person.firstName}`;
  const job = [person.jobTitle, person.organisationName].filter(Boolean).join(' · ');
  if (blank)
    return (
      <tr>
        <td>{name}</td>
        <td>{job}</td>
        <td />
      </tr>
    );
  const said = isPending(person)
    ? words.code('Confirmation', 'PENDING')
    : entry.state === 'INVITED'
      ? t('meeting.print.empty')
      : words.code('AttendanceState', entry.state);
  const signedAt = attendance?.signedAt && dayjs(attendance.signedAt).isValid() ? attendance.signedAt : undefined;
  return (
    <tr>
      <td>{name}</td>
      <td>{job}</td>
      <td>{said}</td>
      <td>{entry.mode ? t(`meeting.choice.${entry.mode}`) : ''}</td>
      <td>
        {signedAt && entry.state === 'PRESENT' && attendance?.signedBy
          ? `${words.code('SignedBy', attendance.signedBy)}, ${formatInstant(signedAt)}`
          : ''}
      </td>
      <td>{entry.contributed ? t('value.yes') : ''}</td>
    </tr>
  );
}
