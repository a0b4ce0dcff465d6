import { useTranslation } from 'react-i18next';
import { formatDay } from '../../i18n/format';
import { useToday } from '../../shell/session-context';
import { type ConventionEvent, eventsOf, signatoriesOf, type Version } from './events';

/** What happened, and what is to happen, in order of date. */
export function History({ versions }: { versions: readonly Version[] }) {
  const { t } = useTranslation();
  const today = useToday();
  const events = eventsOf(versions);
  const abandoned = versions.filter(({ cancellationMotive, withdrawnOn }) => cancellationMotive && !withdrawnOn);
  const several = versions.length > 1;
  if (events.length === 0 && abandoned.length === 0) return <p className="quiet">{t('convention.nothingYet')}</p>;
  return (
    <ol className="events">
      {events.map((event) => (
        <li
          key={`${event.on}${event.kind}${event.version.id}`}
          className={event.on > today ? 'event-to-come' : undefined}
        >
          <span className="figure event-day">{formatDay(event.on)}</span>
          <Told event={event} several={several} />
        </li>
      ))}
      {abandoned.map(({ id, rank, cancellationMotive }) => (
        <li key={id}>
          <span className="event-day" />
          <div>
            {t('convention.events.cancelled')}
            {several && <Which rank={rank} />}
            <div className="quiet prose">{cancellationMotive}</div>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Which({ rank }: { rank: number }) {
  const { t } = useTranslation();
  return <span className="quiet"> ({rank > 1 ? t('version.avenant', { rank: rank - 1 }) : t('version.first')})</span>;
}

function Told({ event: { kind, version }, several }: { event: ConventionEvent; several: boolean }) {
  const { t } = useTranslation();
  const { deliberationAssembly: assembly, deliberationNumber: number, reviewedByName: reader } = version;
  const motive = { terminated: version.terminationMotive, withdrawn: version.cancellationMotive }[kind as string];
  const signatories = kind === 'signed' ? signatoriesOf(version.signatories) : [];
  return (
    <div>
      {t(`convention.events.${kind}`)}
      {kind === 'reviewed' && reader && ` (${reader})`}
      {kind === 'deliberated' &&
        assembly &&
        ` (${assembly}${number ? `, ${t('convention.numbered', { number })}` : ''})`}
      {several && <Which rank={version.rank} />}
      {signatories.length > 0 && (
        <ul className="signers">
          {signatories.map(({ party, name, quality }) => (
            <li key={`${party}${name}`}>
              {name}
              <span className="quiet">{[quality, party].flatMap((part) => (part ? [`, ${part}`] : [])).join('')}</span>
            </li>
          ))}
        </ul>
      )}
      {motive && <div className="quiet prose">{motive}</div>}
    </div>
  );
}
